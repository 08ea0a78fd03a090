/** ISO 3166-1 numeric codes; Google's location code of a country is 2000 more. */
const numericCodes: Record<string, number> = Object.fromEntries(
  (
    'AE784 AL8 AM51 AR32 AT40 AU36 AZ31 BA70 BD50 BE56 BG100 BH48 BO68 BR76 BY112 CA124 CH756 CL152 CN156 CO170 CR188 CY196 CZ203 ' +
    'DE276 DK208 DO214 DZ12 EC218 EE233 EG818 ES724 FI246 FR250 GB826 GE268 GH288 GR300 GT320 HK344 HR191 HU348 ID360 IE372 IL376 ' +
    'IN356 IQ368 IS352 IT380 JO400 JP392 KE404 KH116 KR410 KW414 KZ398 LB422 LK144 LT440 LU442 LV428 MA504 MD498 MK807 MO446 MT470 ' +
    'MX484 MY458 NG566 NL528 NO578 NP524 NZ554 OM512 PA591 PE604 PH608 PK586 PL616 PR630 PT620 PY600 QA634 RO642 RS688 RU643 SA682 ' +
    'SE752 SG702 SI705 SK703 TH764 TN788 TR792 TW158 UA804 US840 UY858 VE862 VN704 ZA710'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** DataForSEO wants a location with every search; without a country it is the United States, Google's widest market. */
export function locationOf(country: string | null): { location_code: number } | { location_name: string } {
  const numeric = numericCodes[country ?? 'US'];
  if (numeric !== undefined) return { location_code: 2000 + numeric };
  return { location_name: new Intl.DisplayNames(['en'], { type: 'region' }).of(country ?? 'US') ?? 'United States' };
}
