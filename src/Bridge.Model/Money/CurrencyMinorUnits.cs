using System.Collections.Frozen;

namespace Bridge.Model.Money;

/// <summary>Active ISO 4217 codes and the number of decimals of their smallest unit.</summary>
internal static class CurrencyMinorUnits
{
    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string Three = "BHD IQD JOD KWD LYD OMR TND";

    private const string Four = "CLF UYW";

    private const string Two =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE " +
        "CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR " +
        "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB " +
        "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY " +
        "TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";

    private static readonly FrozenDictionary<string, int> Units = new[] { (None, 0), (Two, 2), (Three, 3), (Four, 4) }
        .SelectMany(row => row.Item1.Split(' ').Select(code => KeyValuePair.Create(code, row.Item2)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Known(string code) => Units.ContainsKey(code);

    public static int Of(string code) => Units[code];
}
