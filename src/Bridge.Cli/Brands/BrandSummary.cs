using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Brands;
using Bridge.Engine.Reporting.Wording;
using Bridge.Hosting;
using Bridge.Model.Partners;

namespace Bridge.Cli.Brands;

/// <summary>What the partners of a brand come to; keeps the largest shared ones and the sub-networks by name.</summary>
internal sealed class BrandSummary
{
    private const int MostNamed = 20;
    private readonly SortedDictionary<PartnerKind, int> kinds = [];
    private readonly SortedDictionary<int, int> programs = [];
    private readonly PriorityQueue<BrandPartner, long> shared = new();
    private readonly List<BrandPartner> networks = [];
    private int partners;
    private int participations;

    /// <summary>Takes a partner.</summary>
    public void Add(BrandPartner partner)
    {
        partners++;
        participations += partner.Participations.Count;
        var distinct = partner.Participations.Select(part => part.Program).Distinct(StringComparer.Ordinal).Count();
        programs[distinct] = programs.GetValueOrDefault(distinct) + 1;
        kinds[partner.Kind] = kinds.GetValueOrDefault(partner.Kind) + 1;
        if (distinct > 1)
        {
            shared.Enqueue(partner, Orders(partner));
            if (shared.Count > MostNamed)
            {
                shared.Dequeue();
            }
        }

        if (partner.Participations.Any(part => part.SubPublishers > 0))
        {
            networks.Add(partner);
        }
    }

    /// <summary>Says it.</summary>
    public void Write(CliOutput output, OpenBrand brand)
    {
        output.Heading($"{brand.Definition.Brand}: {NumberText.Of(partners)} partners with {NumberText.Of(participations)} participations in {brand.Sources.Count} programs");
        foreach (var name in brand.Unread)
        {
            output.Line($"Program {name} was not read yet: run 'bridge extract' in it.");
        }

        foreach (var (count, those) in programs)
        {
            output.Line($"  in {count} program{(count == 1 ? "" : "s")}: {NumberText.Of(those)}");
        }

        output.Line($"  kinds: {string.Join(", ", kinds.Select(pair => $"{pair.Key} {NumberText.Of(pair.Value)}"))}");
        var largest = Largest();
        if (largest.Count > 0)
        {
            output.Heading("In several programs, largest first:");
            output.Table(["partner", "kind", "program", "source", "target", "status", "orders", "sales"], [.. largest.SelectMany(Rows)]);
        }

        if (networks.Count > 0)
        {
            output.Heading("Sub-networks; their sub-publishers are no partners:");
            output.Table(
                ["partner", "program", "sub-publishers", "orders through them"],
                [.. networks.SelectMany(partner => partner.Participations.Where(part => part.SubPublishers > 0).Select(part => new[]
                {
                    partner.Name, part.Program, NumberText.Of((long)part.SubPublishers), NumberText.Of(part.SubPublisherOrders),
                }))]);
        }
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json(OpenBrand brand) => new()
    {
        ["brand"] = brand.Definition.Brand,
        ["partners"] = partners,
        ["participations"] = participations,
        ["unreadPrograms"] = Output.Json.Texts(brand.Unread),
        ["byPrograms"] = Counts(programs.Select(pair => (pair.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), pair.Value))),
        ["kinds"] = Counts(kinds.Select(pair => (pair.Key.ToString(), pair.Value))),
        ["shared"] = Output.Json.Array(Largest(), Partner),
        ["subNetworks"] = Output.Json.Array(networks, Partner),
    };

    private static JsonObject Partner(BrandPartner partner) => new()
    {
        ["name"] = partner.Name,
        ["kind"] = partner.Kind.ToString(),
        ["participations"] = Output.Json.Array(partner.Participations, part => new JsonObject
        {
            ["program"] = part.Program,
            ["source"] = part.Source,
            ["target"] = part.Target,
            ["status"] = part.Status.ToString(),
            ["totals"] = Output.Json.Array(part.Totals, totals => new JsonObject
            {
                ["currency"] = totals.Currency.Code,
                ["orders"] = totals.Orders,
                ["sales"] = totals.Sales,
                ["commission"] = totals.Commission,
            }),
            ["subPublishers"] = part.SubPublishers,
            ["subPublisherOrders"] = part.SubPublisherOrders,
        }),
    };

    private static JsonObject Counts(IEnumerable<(string Name, int Count)> counts)
    {
        var json = new JsonObject();
        foreach (var (name, count) in counts)
        {
            json[name] = count;
        }

        return json;
    }

    private static IEnumerable<string[]> Rows(BrandPartner partner) => partner.Participations.Select((part, place) => new[]
    {
        place == 0 ? partner.Name : "",
        place == 0 ? partner.Kind.ToString() : "",
        part.Program,
        part.Source,
        part.Target ?? "-",
        part.Status.ToString(),
        NumberText.Of(part.Totals.Sum(totals => totals.Orders)),
        string.Join(", ", part.Totals.Select(totals => NumberText.Of(new Model.Money.Money(totals.Sales, totals.Currency)))),
    });

    private static long Orders(BrandPartner partner) => partner.Participations.Sum(part => part.Totals.Sum(totals => totals.Orders));

    private List<BrandPartner> Largest() => [.. shared.UnorderedItems.OrderByDescending(item => item.Priority).ThenBy(item => item.Element.Name, StringComparer.Ordinal).Select(item => item.Element)];
}
