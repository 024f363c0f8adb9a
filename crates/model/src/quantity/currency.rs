//! Currencies by their codes.

use super::{WordError, nearest};
use std::fmt;

/// A currency by its code of ISO 4217, e.g. `CNY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

/// The codes of ISO 4217 in use in 2026, without funds, metals and test codes.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
     CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG \
     HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD \
     MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF \
     SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS \
     VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// What people write for a currency, and its code. They are suggested, not accepted, so that every folder reads the same.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("rmb", "CNY"),
    ("cnh", "CNY"),
    ("yuan", "CNY"),
    ("元", "CNY"),
    ("rur", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("руб", "RUB"),
    ("₽", "RUB"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("€", "EUR"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("tenge", "KZT"),
];

impl Currency {
    /// The code, three capital letters.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The currency of a code.
    ///
    /// # Errors
    /// When ISO 4217 has no such code, with the code that was probably meant.
    pub fn parse(text: &str) -> Result<Self, WordError> {
        // Three letters without a space between them can only be a whole code of the list.
        let could_be = text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase());
        if could_be && let Some(at) = CODES.find(text) {
            return Ok(Self(&CODES[at..at + 3]));
        }
        let lower = text.to_lowercase();
        let upper = text.to_uppercase();
        let named = OTHER_NAMES.iter().find(|(name, _)| *name == lower).map(|(_, code)| *code);
        let help = match named.or_else(|| nearest(&upper, CODES.split_whitespace())) {
            Some(code) => format!("did you mean `{code}`?"),
            None => "three capital letters of ISO 4217, as in \"RUB\"".into(),
        };
        let message = format!("`{}` is not a currency of ISO 4217", crate::reader::shortened(text));
        Err(WordError::new(0..text.len(), message).help(help))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
