/** Whether a process runs. A zombie counts as gone. */
export function isAlive(pid: number): boolean;
