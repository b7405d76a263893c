import 'server-only';
import twitterText from 'twitter-text';

/** What a text weighs as a public post by the network's own rules. */
export function exactPostWeight(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}
