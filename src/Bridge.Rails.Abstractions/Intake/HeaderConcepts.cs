using System.Collections.Frozen;
using System.Text;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>
/// What the words of a header mean, in the languages in which dashboards are localised. It knows the words of affiliate marketing
/// and no rail; words that it does not know stand for themselves.
/// </summary>
internal static class HeaderConcepts
{
    private const int ShortestPart = 3;
    private const string Accented = "àáâãåçèéêëìíîïñòóôõøùúûýÿ";
    private const string Plain = "aaaaaceeeeiiiinooooouuuyy";

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["of", "the", "a", "de", "du", "des", "d", "l", "la", "le", "les", "der", "die", "das", "von", "vom", "del", "di", "da", "do", "el", "in", "per", "pro", "and", "und", "et", "your", "ihr"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weak = FrozenSet.ToFrozenSet(["amount", "total", "count", "code", "text", "full", "main"], StringComparer.Ordinal);

    private static readonly string[] Table =
    [
        "id: id ids nr nummer number no num numero kennung identifiant identifier key schluessel cle ref reference kundennummer",
        "name: name names nom bezeichnung benennung titel title nombre nome titre",
        "partner: publisher publishers partner partners affiliate affiliates affilie affilies editeur editeurs herausgeber vertriebspartner afiliado socio",
        "site: site sid website webseite webauftritt domain domaene seite homepage",
        "url: url uri link-url adresse-web webadresse internetadresse",
        "email: email emails mail mails courriel emailadresse correo",
        "date: date datum day tag jour fecha data zeitpunkt timestamp zeit time horodatage",
        "order: order orders bestellung bestellungen bestell commande commandes auftrag auftrags pedido",
        "transaction: transaction transactions transaktion transaktionen transaktions conversion conversions konversion vorgang",
        "sales: sales sale umsatz umsaetze vente ventes revenue erloes warenkorb warenkorbwert chiffre turnover ventas bestellwert",
        "commission: commission commissions provision provisionen provisions verguetung kommission payout earnings remuneration comision",
        "gross: gross brutto brut brutes bruts",
        "amount: amount betrag montant wert value valeur summe importe",
        "total: total totals gesamt totale totaux insgesamt overall",
        "count: anzahl count quantity menge nombre-de nb qty",
        "offer: offer offers angebot angebots angebote offre offres oferta goid kampagne campaign programmangebot",
        "rule: rule regel regle oid",
        "number: offernummer",
        "link: link links lien liens verlinkung verknuepfung enlace",
        "click: click clicks klick klicks clic clics klickziel",
        "impression: impression impressions einblendung einblendungen vues",
        "landing: landing destination ziel zielseite landeseite cible deeplink arrivee",
        "tracking: tracking suivi",
        "encrypted: encrypted verschluesselt verschluesselte chiffre-id chiffree crypte encode",
        "group: group groups gruppe gruppen groupe groupes grupo",
        "category: category categories kategorie kategorien categorie rubrik thema",
        "status: status state statut etat zustand estado stand",
        "join: join joined beitritt beitritts anmelde anmeldung adhesion inscription registered registrierung partnerschaft seit",
        "start: start beginn anfang debut begin ab from gueltig-ab valid-from von-datum demarrage",
        "end: end ende fin bis until ablauf expiry expires expiration gueltig-bis echeance",
        "code: code codes gutschein gutscheine gutscheincode coupon coupons promo promocode promotionscode rabattcode bon voucher kupon",
        "discount: discount rabatt remise nachlass reduction descuento",
        "description: description beschreibung beschrieb descriptif descripcion libelle",
        "type: type typ art kind genre tipo sorte modell",
        "threshold: threshold schwelle schwellenwert seuil stufe ab-wert palier umbral",
        "upper: upper obergrenze obere hoechst superieur maximum max oberer",
        "basis: basis base grundlage bezugsgroesse",
        "period: period zeitraum periode periodo",
        "currency: currency waehrung devise monnaie divisa",
        "return: return ruecklauf cookie cookielaufzeit laufzeit retour",
        "days: days tage jours dias",
        "update: update aenderung anpassung modification",
        "window: window fenster frist delai fenetre",
        "first: first vor premier prenom-teil erste",
        "last: last nach dernier letzte",
        "firstname: vorname prenom firstname",
        "lastname: nachname familienname lastname surname nomdefamille",
        "phone: phone telefon telephone tel rufnummer handy mobile fon",
        "address: address adresse anschrift strasse rue street direccion",
        "city: city ort stadt ville ciudad wohnort",
        "postal: postal postcode plz postleitzahl zip codepostal",
        "country: country land pays pais laender",
        "state-region: region bundesland province departement kanton county",
        "tax: tax steuer steuernummer vat ust ustid umsatzsteuer tva mwst siret",
        "method: method methode methodes werbemethode werbeart promotional promotionsart",
        "sub: sub unter sous unterpublisher",
        "customer: customer kunde kunden client kundschaft acheteur",
        "condition: condition bedingung kondition",
        "operator: operator operateur vergleich",
        "list: list liste listen",
        "field: field feld champ campo",
        "contract: contract vertrag vertrags contrat contrato",
        "template: template vorlage modele",
        "rate: rate satz taux quote prozentsatz tarif",
        "level: level ebene niveau",
        "network: network netzwerk reseau",
        "kind-of-pay: gutschrift",
    ];

    private static readonly FrozenDictionary<string, string> Words = Table
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[1].Split(' ').Select(word => KeyValuePair.Create(word, parts[0])))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a header says, each meaning once.</summary>
    public static IReadOnlySet<string> Of(string header)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokens(header))
        {
            foreach (var part in Parts(token))
            {
                found.Add(part);
            }
        }

        return found;
    }

    /// <summary>Weight of a meaning in percent: words that say little count little.</summary>
    public static int WeightOf(string concept) => Weak.Contains(concept) ? 30 : 100;

    /// <summary>Lower case letters and digits without accents; umlauts as two letters.</summary>
    public static string Fold(string text)
    {
        // By a table of our own: programs without culture data, as this one may be built, do not take letters apart.
        var folded = new StringBuilder(text.Length + 4);
        foreach (var letter in text.ToLowerInvariant())
        {
            var place = Accented.IndexOf(letter, StringComparison.Ordinal);
            folded.Append(place < 0 ? Long(letter) : Plain[place].ToString());
        }

        return folded.ToString();
    }

    private static string Long(char letter) => letter switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => letter.ToString(),
    };

    private static IEnumerable<string> Tokens(string header)
    {
        var spaced = new StringBuilder(header.Length + 8);
        for (var index = 0; index < header.Length; index++)
        {
            if (index > 0 && char.IsUpper(header[index]) && char.IsLower(header[index - 1]))
            {
                spaced.Append(' ');
            }

            spaced.Append(header[index]);
        }

        var text = Fold(spaced.ToString()).Replace("e-mail", "email", StringComparison.Ordinal).Replace("#", " count ", StringComparison.Ordinal);
        return text.Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(token => !Empty.Contains(token));
    }

    /// <summary>The meanings of one word; a compound is taken apart when all of its parts are known.</summary>
    private static IEnumerable<string> Parts(string token)
    {
        if (Words.TryGetValue(token, out var whole))
        {
            return [whole];
        }

        return Split(token) ?? [token];
    }

    private static List<string>? Split(string token)
    {
        for (var at = token.Length - ShortestPart; at >= ShortestPart; at--)
        {
            if (!Words.TryGetValue(token[..at], out var head))
            {
                continue;
            }

            // German joins words with s, es, n or en.
            foreach (var joint in (string[])["", "s", "es", "n", "en"])
            {
                var rest = token[at..];
                if (!rest.StartsWith(joint, StringComparison.Ordinal) || rest.Length - joint.Length < 2)
                {
                    continue;
                }

                rest = rest[joint.Length..];
                if (Words.TryGetValue(rest, out var tail))
                {
                    return [head, tail];
                }

                if (rest.Length >= 2 * ShortestPart && Split(rest) is { } more)
                {
                    return [head, .. more];
                }
            }
        }

        return null;
    }
}
