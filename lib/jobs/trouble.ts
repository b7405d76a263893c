import 'server-only';
import { sqlStateOf } from '../commands/retry';
import { NetworkFailure, PayloadNotUnderstood } from '../networks/network';
import { VaultError } from '../vault';
import { AccessDelayed, AccessLost } from './access';

/** SQLSTATE classes and codes that blame the moment, not the work: connection, resources, contention, time. */
const passing = /^(08|53|57|58)|^(40001|40P01|55P03)$/;

const passingNodeCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** What a network answers the same however often it is asked. */
const finalFailures: ReadonlySet<string> = new Set(['refused', 'not_allowed', 'too_large']);

/** What the driver says without a code when a connection is lost or cannot be had. */
const passingWords =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error/i;

/** Whether trying the same again later may well succeed. */
export function isPassing(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (passing.test(code) || passingNodeCodes.has(code)) return true;
  if (error instanceof AccessDelayed) return true;
  if (error instanceof NetworkFailure) return !finalFailures.has(error.failure.kind);
  return causesOf(error).some((cause) => passingWords.test(cause.message));
}

/** A short name for what went wrong: never a message, which may quote what a customer wrote. */
export function codeOf(error: unknown): string {
  if (error instanceof PayloadNotUnderstood) return 'not_understood';
  if (error instanceof AccessLost) return 'access_lost';
  if (error instanceof AccessDelayed) return 'access_delayed';
  if (error instanceof VaultError) return 'token_unreadable';
  if (error instanceof NetworkFailure) return `network_${error.failure.kind}`;
  const code = sqlStateOf(error);
  if (code !== '') return /^[0-9A-Z]{5}$/.test(code) ? `database_${code}` : code;
  return error instanceof Error ? error.name : 'unknown';
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
