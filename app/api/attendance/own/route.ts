import { ownAttendance } from '@/lib/queries/attendance/attendance';
import { read } from '@/lib/route';

export const GET = read((actor) => ownAttendance(actor));
