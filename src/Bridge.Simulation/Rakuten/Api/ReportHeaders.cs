using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Report headers by language, in the order of <see cref="PackColumns.Report"/>. The wording of the translations is ours.</summary>
internal static class ReportHeaders
{
    private static readonly string[] German =
    [
        "Publisher-ID", "Publisher-Name", "Publisher-URL", "Verschlüsselte Publisher-ID", "Publisher-Gruppen-ID",
        "Publisher-Gruppenname", "Angebots-ID", "Angebotsname", "Link-ID", "Linkname", "Transaktionsdatum", "Bestell-ID",
        "Anzahl Impressions", "Anzahl Klicks", "Anzahl Bestellungen", "Umsatz", "Bruttoprovisionen", "Provisionen gesamt",
    ];

    private static readonly string[] French =
    [
        "ID de l'éditeur", "Nom de l'éditeur", "URL de l'éditeur", "ID chiffré de l'éditeur", "ID du groupe d'éditeurs",
        "Nom du groupe d'éditeurs", "ID de l'offre", "Nom de l'offre", "ID du lien", "Nom du lien", "Date de transaction",
        "ID de commande", "Nombre d'impressions", "Nombre de clics", "Nombre de commandes", "Ventes", "Commissions brutes",
        "Total des commissions",
    ];

    public static string[] In(string language) => language switch
    {
        "de" => German,
        "fr" => French,
        _ => PackColumns.Report,
    };
}
