using System.Text.Json.Nodes;

namespace Bridge.Cli.Tests;

/// <summary>What is off until somebody allowed it in writing, and who is not mailed.</summary>
public sealed class AuthorityTests
{
    [Fact]
    public async Task Accounts_are_created_by_API_under_a_recorded_authority_alone()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");

        var without = await lab.RunAsync("plan", "--json");
        var shown = await lab.RunAsync("show", "plan", "latest");
        var recorded = await lab.RunAsync("authority", "record", "account-creation", "--by", "Acme Inc., J. Doe", "--document", "mandate 2026-11-02", "--as", "Maria", "--json");
        var with = await lab.RunAsync("plan", "--json");
        var told = await lab.RunAsync("show", "plan", "latest");
        var approved = await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");

        without.ExitCode.Should().Be(0, without.Output + without.Error);
        recorded.ExitCode.Should().Be(0, recorded.Output + recorded.Error);
        ((long)with.Json["writeCalls"]!).Should().BeGreaterThan((long)without.Json["writeCalls"]!);
        shown.Output.Should().Contain("BRG-AUTH-001").And.NotContain("create partner by API");
        told.Output.Should().Contain("mandate 2026-11-02").And.Contain("create partner by API");
        approved.Output.Should().Contain("account-creation: Acme Inc., J. Doe, mandate 2026-11-02, recorded by Maria").And.Contain("mail the partner, or may: createPartner");

        await lab.RunAsync("authority", "withdraw", (string)recorded.Json["id"]!, "--as", "Kim");
        var stale = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        var listed = await lab.RunAsync("authority");

        stale.ExitCode.Should().Be(4, stale.Output + stale.Error);
        listed.Output.Should().Contain("withdrawn by Kim");
        lab.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public async Task Who_is_on_the_list_of_those_who_want_no_mail_waits_for_a_person()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        var before = await lab.RunAsync("plan", "--json");
        var names = lab.Pack.Publishers.Select(publisher => publisher.Sid).ToList();
        await File.WriteAllTextAsync(Path.Combine(lab.Folder, "optout.csv"), "who\n" + string.Join('\n', names) + "\n");
        lab.Rewrite("overrides: overrides.csv", "overrides: overrides.csv\noptOut: optout.csv");

        var after = await lab.RunAsync("plan", "--json");

        after.ExitCode.Should().Be(0, after.Output + after.Error);
        ((JsonObject)after.Json["reasons"]!).Should().Contain(pair => pair.Key == "partners manual ContactUnsubscribed");
        ((JsonObject)before.Json["mails"]!).Count.Should().BePositive();
        ((JsonObject)after.Json["mails"]!).Count.Should().Be(0, after.Output);
    }

    [Fact]
    public async Task The_doctor_names_every_scope_and_says_what_no_read_shows()
    {
        await using var lab = await MigrationLab.CreateAsync(20, seed => seed.WithBrand(brand => brand with
        {
            Tokens = [brand.Tokens[0], brand.Tokens[1] with { Categories = ["Programs", "Partners", "PartnerGroups", "PromoCodes", "Deals", "Contracts"] }, .. brand.Tokens.Skip(2)],
        }));

        var doctor = await lab.RunAsync("doctor", "--json");
        var text = await lab.RunAsync("doctor");

        var target = doctor.Json["connections"]!.AsArray().Single(side => (string)side!["role"]! == "target")!;
        var scopes = target["scopes"]!.AsArray().Select(scope => ($"{scope!["credential"]} {scope["scope"]}", (string)scope["seen"]!, (bool)scope["missing"]!, (bool)scope["superfluous"]!)).ToList();
        scopes.Should().Contain(("authToken GET /MediaPartners", "granted", false, false)).And.Contain(("authToken GET /Actions", "refused", true, false));
        text.Output.Should().Contain("PROBLEM").And.Contain("scope Actions").And.Contain("MISSING    GET /Actions");
        lab.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public async Task The_doctor_lists_what_the_plan_needs_and_what_the_token_for_writes_has_for_nothing()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        var early = await lab.RunAsync("doctor", "--json");
        await lab.ApproveAsync();

        var late = await lab.RunAsync("doctor", "--json");
        var text = await lab.RunAsync("doctor");

        static List<(string Scope, string Seen, bool Needed, bool Superfluous)> Scopes(CliResult result) =>
            [.. result.Json["connections"]!.AsArray().Single(side => (string)side!["role"]! == "target")!["scopes"]!.AsArray().Select(scope => ($"{scope!["credential"]} {scope["scope"]}", (string)scope["seen"]!, (bool)scope["needed"]!, (bool)scope["superfluous"]!))];
        early.ExitCode.Should().Be(0, early.Output + early.Error);
        Scopes(early).Should().Contain(("writeToken POST /Programs/{id}/TrackingLinks", "notShown", true, false)).And.Contain(("writeToken DELETE /Deals/{id}", "notShown", true, false));
        Scopes(late).Should().Contain(("writeToken POST /Programs/{id}/TrackingLinks", "notShown", true, false))
            .And.NotContain(scope => scope.Scope.EndsWith("DELETE /Deals/{id}"))
            .And.Contain(("writeToken GET /Campaigns/{id}", "granted", true, false))
            .And.Contain(("writeToken GET /MediaPartners", "granted", false, true))
            .And.Contain(("authToken GET /Campaigns/{id}/Contracts", "granted", true, false));
        text.Output.Should().Contain("needed for plan ").And.Contain("not shown").And.Contain("not needed").And.Contain("write token");
        lab.MutatingCalls.Should().Be(0);
    }
}
