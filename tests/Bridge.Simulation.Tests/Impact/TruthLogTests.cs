using System.Security.Cryptography;
using System.Text;
using Bridge.Simulation.Hosting.Faults;
using Bridge.Simulation.Impact;

namespace Bridge.Simulation.Tests.Impact;

public sealed class TruthLogTests
{
    [Fact]
    public void Names_the_request_that_caused_a_change()
    {
        using var caller = new ImpactCaller();
        var path = $"{caller.Account}/Campaigns/{caller.Program}/MediaPartnerGroups";

        caller.Write("POST", path + "?IrVersion=14&x=a%20b", 200, ("Name", "Wave 1"));

        var line = caller.Truth().Single();
        var request = $"POST\n{path}\nIrVersion=14&x=a%20b\nName=Wave+1\n";
        line.GetProperty("seq").GetInt32().Should().Be(1);
        line.GetProperty("time").GetDateTimeOffset().Should().Be(caller.Time.GetUtcNow());
        line.GetProperty("actor").GetString().Should().Be("api");
        line.GetProperty("verb").GetString().Should().Be("POST");
        line.GetProperty("path").GetString().Should().Be(path);
        line.GetProperty("kind").GetString().Should().Be("group.create");
        line.GetProperty("fields").GetProperty("name").GetString().Should().Be("Wave 1");
        line.GetProperty("requestHash").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
    }

    [Theory]
    [InlineData(FaultAction.AppliedLost, 1)]
    [InlineData(FaultAction.AppliedTruncated, 1)]
    [InlineData(FaultAction.AppliedStatus, 1)]
    [InlineData(FaultAction.AppliedGarbage, 1)]
    [InlineData(FaultAction.AppliedTwice, 2)]
    [InlineData(FaultAction.Dropped, 0)]
    [InlineData(FaultAction.RefuseBeforeProcessing, 0)]
    [InlineData(FaultAction.Throttle, 0)]
    [InlineData(FaultAction.Revoke, 0)]
    public void Holds_what_happened_and_not_what_was_answered(FaultAction action, int changes)
    {
        using var caller = new ImpactCaller();
        caller.Rail.Faults.Add(new FaultRule { Kind = "group.create", Action = action });
        var call = () => caller.Send("POST", $"{caller.Account}/Campaigns/{caller.Program}/MediaPartnerGroups", new FormUrlEncodedContent([new("Name", "Wave")]));

        try
        {
            call().Content.ReadAsStream().Dispose();
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            action.Should().BeOneOf(FaultAction.AppliedLost, FaultAction.AppliedTruncated, FaultAction.Dropped);
        }

        caller.Rail.Truth.Count.Should().Be(changes);
        caller.State().GetProperty("groups").EnumerateArray().Count(group => group.GetProperty("name").GetString() == "Wave").Should().Be(changes);
        caller.Rail.Requests.Count.Should().Be(1);
    }

    [Fact]
    public void Stays_empty_while_one_only_reads()
    {
        using var caller = new ImpactCaller();

        foreach (var path in (string[])["Campaigns", "MediaPartners", $"Campaigns/{caller.Program}/Contracts", $"Campaigns/{caller.Program}/MediaPartnerGroups", "PromoCodes", "Deals"])
            caller.Get(path);

        caller.Rail.Truth.Count.Should().Be(0);
        caller.Rail.Requests.CountByVerb().Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, int>("GET", 6));
    }

    [Fact]
    public void Grows_in_its_file_as_things_happen()
    {
        var file = Path.Combine(Path.GetTempPath(), $"truth-{Environment.ProcessId}-{nameof(Grows_in_its_file_as_things_happen)}.ndjson");
        File.Delete(file);
        using var caller = new ImpactCaller(new ImpactSettings { TruthFile = file });
        caller.Create($"Campaigns/{caller.Program}/MediaPartnerGroups", ("Name", "Wave"));

        var read = ReadShared(file);
        caller.Dispose();
        File.Delete(file);

        read.Should().Be(caller.Rail.Truth.After(0).Single() + "\n");
    }

    [Fact]
    public void Holds_no_personal_value()
    {
        using var caller = new ImpactCaller();
        var csv = $"Name,Website,Email,FirstName,LastName,TemplateTermsId,MPValue1\nNew,https://new.example,kim.secret@new.example,Kimsecret,Lastsecret,{caller.Brand.Templates[0].TemplateId},s1\n";
        caller.Rail.Portal.ImportProspects(csv, dryRun: false);
        caller.Time.Advance(TimeSpan.FromSeconds(4));
        caller.Rail.Portal.Accept(caller.Rail.Portal.OpenInvitations().Single().Id);

        var text = string.Concat(caller.Rail.Truth.After(0)) + caller.Rail.State();

        caller.Rail.Truth.Count.Should().BeGreaterThan(2);
        text.Should().NotContainEquivalentOf("secret");
        text.Should().Contain(Convert.ToHexStringLower(SHA256.HashData("kim.secret@new.example"u8)));
    }

    [Fact]
    public void Marks_effects_with_the_change_that_caused_them()
    {
        using var caller = new ImpactCaller();
        var applied = caller.Brand.Contracts.First(contract => contract.Status == "PENDING");

        caller.WriteJson("POST", $"Programs/{caller.Program}/Contracts", 200, $$"""{"contractId":"{{applied.Id}}","groupId":"{{caller.Brand.Groups[1].Id}}"}""");

        caller.Truth().Skip(1).Should().HaveCountGreaterThan(1).And.OnlyContain(line => line.GetProperty("cause").GetInt32() == 1);
    }

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
