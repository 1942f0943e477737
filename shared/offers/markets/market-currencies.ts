/** The two ways a plan is priced: by local currencies, and by the few of Simplified Currency Pricing. */
export type PricingScheme = "monthlyPricing" | "monthlyPricingV2";

const tableOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
  );

/** The markets of the Cloud Partner Portal and what customers there paid in at first. */
const local = tableOf(`
  DZ=DZD AR=ARS AU=AUD AT=EUR BH=BHD BY=RUB BE=EUR BR=USD BG=BGN CA=CAD CL=CLP CO=COP CR=CRC HR=HRK
  CY=EUR CZ=CZK DK=DKK DO=USD EC=USD EG=EGP SV=USD EE=EUR FI=EUR FR=EUR DE=EUR GR=EUR GT=GTQ HK=HKD
  HU=HUF IS=ISK IN=INR ID=IDR IE=EUR IL=ILS IT=EUR JP=JPY JO=JOD KZ=KZT KE=KES KR=KRW KW=KWD LV=EUR
  LI=CHF LT=EUR LU=EUR MK=MKD MY=MYR MT=EUR MX=MXN ME=EUR MA=MAD NL=EUR NZ=NZD NG=NGN NO=NOK OM=OMR
  PK=PKR PA=USD PY=PYG PE=PEN PH=PHP PL=PLN PT=EUR PR=USD QA=QAR RO=RON RU=RUB SA=SAR RS=RSD SG=SGD
  SK=EUR SI=EUR ZA=ZAR ES=EUR LK=USD SE=SEK CH=CHF TW=TWD TH=THB TT=TTD TN=TND TR=TRY UA=UAH AE=EUR
  GB=GBP US=USD UY=UYU VE=USD
`);

/** Where Simplified Currency Pricing (September 2018) settles in another currency; elsewhere nothing changed. */
const simplified = tableOf(`
  DZ=USD AR=USD BH=USD BY=USD BR=BRL BG=EUR CL=USD CO=USD CR=USD HR=EUR CZ=EUR EG=USD GT=USD HK=USD
  HU=EUR IS=EUR ID=USD IL=USD JO=USD KZ=USD KE=USD KW=USD LI=EUR MK=USD MY=USD MX=USD ME=USD MA=USD
  NG=USD OM=USD PK=USD PY=USD PE=USD PH=USD PL=EUR QA=USD RO=EUR SA=USD RS=USD SG=USD ZA=USD TH=USD
  TT=USD TN=USD TR=USD UA=USD AE=USD UY=USD
`);

/** Every market that has a currency of its own in the tables. */
export const markets: readonly string[] = [...local.keys()];

/** What customers of a market pay in; undefined for a country outside the Cloud Partner Portal's markets. */
export function currencyOf(market: string, scheme: PricingScheme): string | undefined {
  const changed = scheme === "monthlyPricingV2" ? simplified.get(market) : undefined;
  return changed ?? local.get(market);
}
