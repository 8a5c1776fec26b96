using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Model.Identity;
using Bridge.Rails;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Cli.Inspection;

/// <summary>What a rail can do, in words and as JSON.</summary>
internal static class RailText
{
    /// <summary>The error for a rail that Bridge does not know.</summary>
    public static CliException Unknown(string id, RailCatalog catalog) =>
        new("Bridge knows no such rail.", $"Known rails: {string.Join(", ", catalog.Modules.Select(module => module.Descriptor.Id))}.") { Value = id };

    /// <summary>One line of the list of rails.</summary>
    public static string[] Row(RailDescriptor rail) =>
    [
        rail.Id,
        rail.DisplayName,
        Entities(rail, EntityAccess.Read, EntityAccess.ReadWrite),
        Entities(rail, EntityAccess.Write, EntityAccess.ReadWrite),
    ];

    /// <summary>One rail in full.</summary>
    public static void Write(CliOutput output, RailDescriptor rail)
    {
        output.Heading($"{rail.DisplayName} ({rail.Id}), connector {rail.ConnectorVersion}");
        output.Line();
        output.Table(["entity", "access", "note"], [.. rail.Capabilities.Entities.Select(each => new[] { EntityNames.Of(each.Entity), Word(each.Access), each.Note })]);
        output.Line();
        if (rail.Capabilities.Operations.Count > 0)
        {
            output.Table(
                ["operation", "channel", "after doubt", "rollback", "undone by", "partners notice"],
                [.. rail.Capabilities.Operations.Select(each => new[]
                {
                    $"{EntityNames.Of(each.Entity)} {Word(each.Verb)}", Word(each.Channel), Word(each.Class), Word(each.Reversibility),
                    each.Undo is { } undo ? Word(undo) : "-", each.SideEffect ?? "-",
                })]);
            output.Line();
        }

        output.Table(["terms", "what contracts can hold"], [.. Terms(rail.Capabilities.Terms).Select(pair => new[] { pair.Name, pair.Text })]);
        output.Line();
        output.Table(
            ["setting", "needed", "example", "what it is"],
            [.. rail.Settings.Select(each => new[] { each.Key, each.Required ? "yes" : "no", each.Example, each.Description })]);
    }

    /// <summary>The same for programs.</summary>
    public static JsonObject Json(RailDescriptor rail) => new()
    {
        ["id"] = rail.Id,
        ["name"] = rail.DisplayName,
        ["connectorVersion"] = rail.ConnectorVersion,
        ["entities"] = Output.Json.Array(rail.Capabilities.Entities, each => new JsonObject { ["entity"] = EntityNames.Of(each.Entity), ["access"] = Word(each.Access), ["note"] = each.Note }),
        ["operations"] = Output.Json.Array(rail.Capabilities.Operations, each => new JsonObject
        {
            ["entity"] = EntityNames.Of(each.Entity),
            ["verb"] = Word(each.Verb),
            ["channel"] = Word(each.Channel),
            ["class"] = Word(each.Class),
            ["reversibility"] = Word(each.Reversibility),
            ["undo"] = each.Undo is { } undo ? Word(undo) : null,
            ["sideEffect"] = each.SideEffect,
            ["source"] = each.Source,
        }),
        ["terms"] = TermsJson(rail.Capabilities.Terms),
        ["partnerEntries"] = Output.Json.Texts(rail.Capabilities.PartnerEntries.Select(Word)),
        ["settings"] = Output.Json.Array(rail.Settings, each => new JsonObject { ["key"] = each.Key, ["required"] = each.Required, ["example"] = each.Example, ["description"] = each.Description }),
        ["documentation"] = Output.Json.Texts(rail.Documentation),
    };

    /// <summary>An enum's name as JSON writes it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Entities(RailDescriptor rail, params EntityAccess[] access)
    {
        var names = rail.Capabilities.Entities.Where(each => access.Contains(each.Access)).Select(each => EntityNames.Of(each.Entity)).ToList();
        return names.Count == 0 ? "-" : string.Join(", ", names);
    }

    private static JsonObject TermsJson(TermExpressiveness terms)
    {
        var json = new JsonObject();
        foreach (var (name, text) in Terms(terms))
        {
            json[name] = text;
        }

        return json;
    }

    private static IEnumerable<(string Name, string Text)> Terms(TermExpressiveness terms)
    {
        yield return ("kinds", List(terms.Kinds));
        yield return ("tiers", terms.MaxTiers is { } most ? $"at most {most}" : "no known limit");
        yield return ("tierBases", List(terms.TierBases.Select(Word)));
        yield return ("tierModes", List(terms.TierModes.Select(Word)));
        yield return ("scopeFields", List(terms.ScopeFields.Select(Word)));
        yield return ("attributions", List(terms.Attributions.Select(Word)));
        yield return ("clickWindow", YesNo(terms.ClickWindow));
        yield return ("viewWindow", YesNo(terms.ViewWindow));
        yield return ("locking", YesNo(terms.Locking));
        yield return ("payoutSchedule", YesNo(terms.PayoutSchedule));
        yield return ("minimumPayout", YesNo(terms.MinimumPayout));
        yield return ("clawback", YesNo(terms.Clawback));
        yield return ("creditShares", YesNo(terms.CreditShares));
        yield return ("dealRegistration", YesNo(terms.DealRegistration));
        yield return ("endDates", YesNo(terms.EndDates));
        yield return ("severalContractsPerPartner", YesNo(terms.SeveralContractsPerPartner));
        yield return ("templatesInPortal", YesNo(terms.TemplatesInPortal));
        yield return ("percentDecimals", $"{terms.PercentDecimals}");
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "-";

    private static string YesNo(bool value) => value ? "yes" : "no";
}
