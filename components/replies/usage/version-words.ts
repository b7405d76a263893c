import { languageName } from '../words';

/** "German, version 3". */
export function versionWords({ language, number }: { language: string; number: number }): string {
  return `${languageName(language)}, version ${number}`;
}
