const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The canonical form of a BCP 47 tag of a language that is known, such as `de` or `zh-TW`, also where it is written `zh_tw`; null for anything else. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const locale = new Intl.Locale(tag.trim().replaceAll('_', '-'));
    return languages.of(locale.language) === undefined ? null : locale.toString();
  } catch {
    return null;
  }
}
