using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Reads what an approved plan file permits, as plain JSON lines: those with <c>"line":"step"</c> hold a step with kind, id,
/// channel and its payload. Steps of other channels than the API permit no call.
/// </summary>
public static class PlannedCalls
{
    /// <summary>The calls that a plan permits.</summary>
    /// <param name="planLines">Lines of the plan file.</param>
    /// <param name="state">State of the rail: tells which partner a step brought in, by MPValue1.</param>
    /// <exception cref="FormatException">A step of the API has a kind that is not known here.</exception>
    public static IReadOnlyList<PlannedCall> Read(IEnumerable<string> planLines, string state)
    {
        using var document = JsonDocument.Parse(state);
        var partners = document.RootElement.GetProperty("partners").EnumerateArray()
            .Where(partner => Text(partner, "value1") is { Length: > 0 })
            .ToLookup(partner => Text(partner, "value1")!, partner => Text(partner, "id")!);
        var calls = new List<PlannedCall>();
        foreach (var line in planLines.Where(line => line.Length > 0))
        {
            using var parsed = JsonDocument.Parse(line);
            if (Text(parsed.RootElement, "line") == "step" && parsed.RootElement.TryGetProperty("step", out var step) && Text(step, "channel") == "api")
                calls.Add(Call(step, partners));
        }

        return calls;
    }

    private static PlannedCall Call(JsonElement step, ILookup<string, string> partners)
    {
        var kind = Text(step, "kind")!;
        return kind switch
        {
            "createGroup" => new("group.create", Values(("name", Text(step, "draft", "name")))),
            "createPartner" => new("partner.create", Values(("value1", Reference(step, "draft", "references")))),
            "amendPartner" => new("partner.values", Values(Partner(step, "amendment"), ("value1", Reference(step, "amendment", "after")))),
            "joinGroup" => Membership(step, partners, "added", "removed"),
            "leaveGroup" => Membership(step, partners, "removed", "added"),
            "decideApplication" => Decision(step),
            "createDeal" => new("deal.create", Values(("Name", Text(step, "draft", "name")))),
            "createLink" => new("link.create", Values(
                Partner(step, "draft"), ("deepLink", Text(step, "draft", "destination")), ("customPath", Text(step, "draft", "vanityPath")))),
            "createPromoCode" => new("code.create", Values(Partner(step, "draft", "owner"), ("code", Text(step, "draft", "code")))),
            "expirePromoCode" => new("code.expire", Values(("objectId", Text(step, "targetId")))),
            "deleteGroup" => new("group.delete", Values(("objectId", Text(step, "targetId")))),
            "deleteDeal" => new("deal.delete", Values(("objectId", Text(step, "targetId")))),
            _ => throw new FormatException($"Step {Text(step, "id")} has the unknown kind '{kind}'."),
        };
    }

    private static PlannedCall Decision(JsonElement step)
    {
        var decision = step.GetProperty("decision");
        var accepts = decision.GetProperty("accept").GetBoolean();
        return new(accepts ? "contract.accept" : "contract.decline", Values(("objectId", Text(decision, "application"))));
    }

    private static PlannedCall Membership(JsonElement step, ILookup<string, string> partners, string moved, string untouched)
    {
        var membership = step.GetProperty("membership");
        var allowed = membership.GetProperty("partners").EnumerateArray().SelectMany(one => Ids(one.GetString()!, partners)).ToHashSet(StringComparer.Ordinal);
        return new("group.update", Values(("name", Text(membership, "groupName"))))
        {
            Within = new Dictionary<string, IReadOnlySet<string>> { [moved] = allowed, [untouched] = new HashSet<string>() },
        };
    }

    private static IEnumerable<string> Ids(string reference, ILookup<string, string> partners) =>
        StepKey(reference) is { } source ? partners[source] : [Known(reference)];

    /// <summary>The partner of a draft: by id, or by the source id in the name of the step that brings it in.</summary>
    private static (string, string?) Partner(JsonElement step, string payload, string field = "partner")
    {
        var reference = Text(step, payload, field)!;
        return StepKey(reference) is { } source ? ("partnerValue1", source) : ("partnerId", Known(reference));
    }

    /// <summary>Key inside <c>@entity/key/verb</c>; null for a native id.</summary>
    private static string? StepKey(string reference)
    {
        if (!reference.StartsWith('@') || reference.StartsWith("@@", StringComparison.Ordinal))
            return null;

        return Uri.UnescapeDataString(reference[(reference.IndexOf('/', StringComparison.Ordinal) + 1)..reference.LastIndexOf('/')]);
    }

    private static string Known(string reference) => reference.StartsWith("@@", StringComparison.Ordinal) ? reference[1..] : reference;

    /// <summary>The value whose scheme ends in value1, or null.</summary>
    private static string? Reference(JsonElement step, string payload, string list) =>
        step.GetProperty(payload).TryGetProperty(list, out var references)
            ? references.EnumerateArray().Where(one => Text(one, "scheme")!.EndsWith("value1", StringComparison.OrdinalIgnoreCase)).Select(one => Text(one, "value")).FirstOrDefault()
            : null;

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string? Value)> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
                values[name] = value;
        }

        return values;
    }

    private static string? Text(JsonElement element, string outer, string inner) =>
        element.TryGetProperty(outer, out var nested) ? Text(nested, inner) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
