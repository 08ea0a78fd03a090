import { fold } from './fold.ts';

const joinsByHyphen = new Set(['de', 'nl', 'sv', 'da', 'no', 'fi']);
/** What a company has, sells or is: how such words begin, folded. */
const companyParts =
  /^(?:kunde|kundin|nutzer|konto|account|app|bewertung|filial|markt|shop|store|karte|angebot|produkt|preis|aktie|chef|gerat|handler|tarif|netz|vertrag|abo|mitarbeiter|lieferung|bestell|marketplace|seite|website|sprecher|konzern|gruppe|prime|gutschein|rabatt|zentrale|software|integration|klant|winkel|bestelling|prijs|levering|abonnement|medewerker|filiaal|kund|butik|pris|anvandare|asiakas|myymala|liittyma|sovellus|verkkokaup|tili|tuot)/;

/** "die Amazon-Bewertungen", "Gamma-klanten": a compound of a company's name, whose article says nothing of the name. `end` is the name's. */
export function isCompanyCompound(text: string, end: number, language: string): boolean {
  if (text.charCodeAt(end) !== 45 || !joinsByHyphen.has(language)) return false;
  return companyParts.test(fold(/^-(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1] ?? ''));
}
