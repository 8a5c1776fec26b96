namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The offer sheet that a person fills in, one row per band, and the upload files of the commissioning lists.</summary>
internal static class OfferFiles
{
    public static void Write(PackRenderer pack, OfferCatalogue catalogue)
    {
        var sheet = pack.Open("offers.csv", FileDialect.Dashboard(RowStyle.American), PackColumns.Offers);
        sheet.Dirt = sheet.Dirt with { UnknownColumns = 1 };
        foreach (var offer in catalogue.Offers)
        {
            foreach (var rule in offer.Rules)
            {
                foreach (var tier in rule.Tiers)
                {
                    sheet.Record(Fields(offer, rule, tier, sheet.Style));
                }
            }
        }

        foreach (var list in catalogue.Lists)
        {
            var file = pack.Open($"commissioning-lists/{list.Name}.txt", FileDialect.Dashboard(RowStyle.Iso), headers: null);
            foreach (var value in list.Values)
            {
                file.Record(value);
            }
        }
    }

    private static string[] Fields(RakutenOffer offer, RakutenOfferRule rule, RakutenTier tier, RowStyle style) =>
    [
        PackColumns.Id(offer.Goid),
        offer.OfferNumber,
        offer.Name,
        PackColumns.Word(offer.Type),
        PackColumns.Word(offer.Status),
        PackColumns.Id(rule.Oid),
        PackColumns.Flag(rule.IsBaseCommission),
        PackColumns.Flag(rule.IsFirstClick),
        rule.Condition?.Field ?? "",
        rule.Condition?.Operator ?? "",
        rule.Condition?.ListName ?? "",
        PackColumns.Word(rule.CommissionType),
        style.Rate(tier.Commission),
        style.Rate(tier.Threshold),
        style.Rate(tier.UpperThreshold),
        PackColumns.Word(rule.Basis),
        PackColumns.Id(offer.ReturnDays),
        PackColumns.Id(offer.UpdateWindow),
        PackColumns.Flag(offer.TrueLock),
        style.Date(offer.Start),
        style.Date(offer.End),
        offer.Currency,
        rule.IsBaseCommission ? "" : "see agreement, \"annex\"",
    ];
}
