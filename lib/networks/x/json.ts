/**
 * JSON with integers of 16 digits and more kept as strings, digit by digit: ids exceed 2^53.
 * Undefined for what is not JSON: a SyntaxError would quote the text into logs.
 */
export function findJson(text: string): unknown {
  try {
    const plain: unknown = JSON.parse(text);
    const quoted = text.replace(tokens, (token) => (isLong(token) ? `"${token}"` : token));
    return quoted.length === text.length ? plain : JSON.parse(quoted);
  } catch {
    return undefined;
  }
}

/** Strings first, so that digits inside them are not taken for numbers. The closing quote is optional: linear time on any input. */
const tokens = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function isLong(token: string): boolean {
  return /^-?[1-9]\d{15,}$/.test(token);
}
