import { languageFor } from './language';
import type { Allowance, ReplyMedia } from './reply';
import type { Rendered } from './template';
import { parseTemplate, render } from './template';
import type { VariableValues } from './variables';
import { knownVariables } from './variables';

type Version = {
  language: string;
  body: string;
  allowance: Allowance;
  media: readonly ReplyMedia[];
};

type Reply<V extends Version> = {
  channelIds: readonly string[];
  sourceLanguage: string;
  versions: readonly V[];
};

/** Where a reply would be put. */
export type Place = {
  values: VariableValues;
  channelId: string;
  language: string | null;
  channelLanguage: string;
  /** What is sent goes out for everybody to read. */
  inPublic: boolean;
};

/** The version that is put there, unless somebody wants another of its languages. */
export function versionFor<V extends Version>(
  { versions, sourceLanguage }: Reply<V>,
  place: Pick<Place, 'language' | 'channelLanguage'>,
  wanted?: string,
): V | undefined {
  const available = versions.map(({ language }) => language);
  const chosen = languageFor(available, {
    conversation: place.language,
    channel: place.channelLanguage,
    source: sourceLanguage,
  });
  return (
    versions.find(({ language }) => language === wanted) ??
    versions.find(({ language }) => language === chosen)
  );
}

/** Its words in this conversation. */
export function wordsOf(
  { body, allowance }: Pick<Version, 'body' | 'allowance'>,
  values: VariableValues,
): Rendered {
  return render(parseTemplate(body, knownVariables([])), allowance, values);
}

/** Why a reply cannot be used there whatever its words come to, in words; null when it can. */
export function whyNotThere(
  reply: Reply<Version>,
  place: Pick<Place, 'channelId' | 'inPublic' | 'language' | 'channelLanguage'>,
): string | null {
  const { channelIds, versions } = reply;
  if (channelIds.length > 0 && !channelIds.includes(place.channelId)) {
    return 'For other channels only';
  }
  if (versions.length === 0) return 'Published in no language';
  const hasFiles = place.inPublic && versions.some(({ media }) => media.length > 0);
  return hasFiles && versionFor(reply, place)?.media.length !== 0
    ? 'Has a file; a public reply is words only'
    : null;
}

/** What is said of a text that is so much too long for a post. */
export function tooLong(by: number): string {
  return by === 1
    ? '1 character too long for a public reply'
    : `${by} characters too long for a public reply`;
}
