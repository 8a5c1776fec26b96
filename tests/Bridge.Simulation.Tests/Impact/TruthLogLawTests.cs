using System.Text.Json;
using Bridge.Simulation.Hosting.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Simulation.Tests.Impact;

public sealed class TruthLogLawTests
{
    private static readonly FaultAction[] Faults = Enum.GetValues<FaultAction>();

    [Fact]
    public void Replaying_the_log_gives_the_state_whatever_was_asked_and_whatever_went_wrong()
    {
        var step = Gen.Choose(0, 999).Three();
        var law = Prop.ForAll(step.ListOf().ToArbitrary(), steps => Replays(steps));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20270104, 7), law);
    }

    private static bool Replays(IEnumerable<(int Verb, int Place, int Fault)> steps)
    {
        using var caller = new ImpactCaller();
        var path = $"{caller.Account}/Campaigns/{caller.Program}/MediaPartnerGroups";
        var partners = caller.Brand.Relationships.Select(one => one.PartnerId).ToList();
        foreach (var (verb, place, fault) in steps)
        {
            caller.Rail.Faults.Clear();
            if (fault % 3 == 0)
                caller.Rail.Faults.Add(new FaultRule { Action = Faults[fault % Faults.Length], Delay = TimeSpan.Zero });
            Send(caller, path, partners[place % partners.Count], verb, place);
        }

        return Groups(caller.State()).OrderBy(pair => pair.Key).SequenceEqual(Replayed(caller).OrderBy(pair => pair.Key));
    }

    private static void Send(ImpactCaller caller, string path, long partner, int verb, int place)
    {
        var ids = Groups(caller.State()).Keys.Order().ToList();
        var group = ids.Count == 0 ? "1" : ids[place % ids.Count];
        (string Verb, string Path, string Name, string Value) call = (verb % 5) switch
        {
            0 => ("POST", path, "Name", $"G{place}"),
            1 => ("PUT", $"{path}/{group}", "MediaPartnersAdd", $"{partner}"),
            2 => ("PUT", $"{path}/{group}", "MediaPartnersRemove", $"{partner}"),
            3 => ("PUT", $"{path}/{group}", "Name", $"N{place}"),
            _ => ("DELETE", $"{path}/{group}", "x", "y"),
        };
        try
        {
            using var response = caller.Send(call.Verb, call.Path, new FormUrlEncodedContent([new(call.Name, call.Value)]));
        }
        catch (HttpRequestException)
        {
            // The caller cannot tell what happened; the log can.
        }
    }

    private static Dictionary<string, string> Groups(JsonElement state) => state.GetProperty("groups").EnumerateArray().ToDictionary(
        group => group.GetProperty("id").GetString()!,
        group => $"{group.GetProperty("name").GetString()}|{string.Join(',', group.GetProperty("members").EnumerateArray().Select(member => member.GetString()))}");

    private static Dictionary<string, string> Replayed(ImpactCaller caller)
    {
        var groups = caller.Brand.Groups.ToDictionary(group => $"{group.Id}", group => $"{group.Name}|{string.Join(',', group.Members.Order())}");
        foreach (var line in caller.Truth())
        {
            var id = line.GetProperty("objectId").GetString()!;
            var fields = line.GetProperty("fields");
            if (line.GetProperty("kind").GetString() == "group.delete")
                groups.Remove(id);
            else
                groups[id] = $"{fields.GetProperty("name").GetString()}|{fields.GetProperty("members").GetString()}";
        }

        return groups;
    }
}
