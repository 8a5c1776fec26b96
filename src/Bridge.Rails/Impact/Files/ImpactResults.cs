using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// What the result files of the importers look like. impact.com mails them and publishes no form, so headers and words are found by
/// likeness, in the languages of its web app.
/// </summary>
internal static class ImpactResults
{
    private static readonly HashSet<string> Accepted = Words(
        "created", "invited", "proposed", "accepted", "success", "successful", "ok", "imported", "added", "sent", "group added", "updated", "pending", "completed", "new",
        "erfolgreich", "erfolg", "importiert", "eingeladen", "angelegt", "succès", "réussi", "importé", "invité", "créé");

    private static readonly HashSet<string> Matched = Words(
        "matched", "existing", "exists", "already exists", "joined", "already joined", "duplicate", "linked", "existing account", "matched existing", "matched existing account",
        "zugeordnet", "vorhanden", "bestehend", "bereits vorhanden", "existant", "associé");

    private static readonly HashSet<string> Rejected = Words(
        "error", "failed", "failure", "rejected", "invalid", "refused", "skipped", "not imported",
        "fehler", "fehlgeschlagen", "abgelehnt", "ungültig", "übersprungen", "erreur", "échec", "refusé", "rejeté");

    public static TableSchema Schema { get; } = new()
    {
        Name = "importResult",
        Title = "result file of the import",
        Setting = "import-result",
        Patterns = ["result.csv"],
        Origin = "impact.com mails it when the import is through.",
        Personal = true,
        Columns =
        [
            new TableColumn(PackResultColumns.Row, CellKind.Text, false, "Row number", "Row no", "Line", "Line number", "Source row", "Zeile", "Zeilennummer", "Ligne", "Fila"),
            new TableColumn(PackResultColumns.Key, CellKind.Text, false, "MPValue1", "MP Value 1", "Value1", "Partner Value 1", "Media Partner Value 1", "Partner Reference", "Partnerwert 1", "Valeur partenaire 1"),
            new TableColumn(PackResultColumns.Email, CellKind.Text, false, "E-mail", "EmailAddress", "Email Address", "Contact Email", "E-Mail-Adresse", "Adresse e-mail", "Courriel") { Personal = true },
            new TableColumn(PackResultColumns.Name, CellKind.Text, false, "AccountName", "Account Name", "Partner Name", "Partner", "Media Partner", "Company", "Company Name", "Firmenname", "Partnername", "Nom") { Personal = true },
            new TableColumn(PackResultColumns.Status, CellKind.Text, true, "Result", "Outcome", "Import Status", "Row Status", "Import Result", "Ergebnis", "Statut", "Résultat", "Estado"),
            new TableColumn(PackResultColumns.Message, CellKind.Text, false, "Error", "Errors", "Reason", "Details", "Error Message", "Status Message", "Status Detail", "Fehler", "Fehlermeldung", "Meldung", "Grund", "Erreur", "Motif") { Personal = true },
            new TableColumn(PackResultColumns.Account, CellKind.Text, false, "Account ID", "Partner ID", "MediaPartnerId", "Media Partner ID", "MP ID", "Impact Partner ID", "Matched Account", "Konto-ID", "Partner-ID", "ID du partenaire"),
        ],
    };

    public static PackRowFate? FateOf(string status)
    {
        var word = TableHeader.Normalize(status);
        return Rejected.Contains(word) ? PackRowFate.Rejected
            : Matched.Contains(word) ? PackRowFate.Matched
            : Accepted.Contains(word) ? PackRowFate.Accepted
            : null;
    }

    private static HashSet<string> Words(params string[] words) => [.. words.Select(TableHeader.Normalize)];
}
