using System.Globalization;

namespace Bridge.Cli.Tests;

/// <summary>Readiness for cut-over as a command.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_program_is_blocked_until_orders_are_right_then_waits_for_answers_and_is_ready_at_last()
    {
        await using var lab = await MigrationLab.CreateAsync();
        (await lab.RunAsync("extract", "--conversions")).ExitCode.Should().Be(0);
        var action = lab.Impact.Seed.Brand.Actions[0];
        var right = string.Create(CultureInfo.InvariantCulture, $"{action.OrderId},{action.Amount},{action.Currency},{action.CustomerStatus}");
        var wrong = string.Create(CultureInfo.InvariantCulture, $"{action.OrderId},{action.Amount + 1},{action.Currency},{action.CustomerStatus}");

        var unknown = await lab.RunAsync("readiness", "--json");
        var differs = await lab.RunAsync("readiness", "--test-order", wrong, "--json");
        var exported = await lab.RunAsync("readiness", "export", "sheet.csv", "--json");
        Fill(lab, "hosts", "leave");
        var hosts = await lab.RunAsync("readiness", "import", "filled.csv", "--by", "Maria");
        var waits = await lab.RunAsync("readiness", "--test-order", right, "--json");
        Fill(lab, null, "yes");
        var refused = await lab.RunAsync("readiness", "import", "filled.csv");
        var imported = await lab.RunAsync("readiness", "import", "filled.csv", "--by", "Maria");
        var ready = await lab.RunAsync("readiness", "--test-order", right, "--json");
        var again = await lab.RunAsync("readiness", "export", "again.xlsx");

        unknown.ExitCode.Should().Be(2, unknown.Output + unknown.Error);
        Evidence(unknown, "orderIds").Should().Contain("No order id of the target is known elsewhere");
        differs.ExitCode.Should().Be(2);
        Evidence(differs, "amounts").Should().Contain(action.OrderId).And.Contain("by the test order");
        exported.ExitCode.Should().Be(0, exported.Output + exported.Error);
        hosts.ExitCode.Should().Be(0, hosts.Output + hosts.Error);
        waits.ExitCode.Should().Be(5, waits.Output + waits.Error);
        refused.ExitCode.Should().NotBe(0);
        refused.Error.Should().Contain("BRG-RDY-044");
        imported.ExitCode.Should().Be(0, imported.Output + imported.Error);
        ready.ExitCode.Should().Be(0, ready.Output + ready.Error);
        foreach (var file in ready.Json["reports"]!.AsArray())
        {
            File.ReadAllText((string)file!).Should().Contain("Readiness for cut-over of acme/lab");
        }

        again.ExitCode.Should().Be(0, again.Error);
    }

    [Fact]
    public async Task What_is_no_test_order_or_no_sheet_is_refused_with_an_example()
    {
        await using var lab = await MigrationLab.CreateAsync();

        var early = await lab.RunAsync("readiness");
        var order = await lab.RunAsync("readiness", "--test-order", "T-1,forty");
        var sheet = await lab.RunAsync("readiness", "import", "answers.txt");

        early.Error.Should().Contain("bridge extract");
        order.Error.Should().Contain("T-1,forty").And.Contain("T-1001,49.90,EUR,NEW");
        sheet.Error.Should().Contain(".xlsx");
        early.ExitCode.Should().NotBe(0);
        order.ExitCode.Should().Be(1);
        sheet.ExitCode.Should().Be(1);
    }

    private static void Fill(MigrationLab lab, string? check, string answer)
    {
        var rows = File.ReadAllLines(Path.Combine(lab.Folder, "sheet.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length > 2)
            .Where(cells => check is null ? cells[0] != "hosts" : cells[0] == check)
            .Select(cells => $"{cells[0]};{cells[1]};{answer}");
        File.WriteAllLines(Path.Combine(lab.Folder, "filled.csv"), ["Prüfung;Betrifft;Antwort", .. rows]);
    }

    private static string Evidence(CliResult result, string check) =>
        string.Join(' ', result.Json["checks"]!.AsArray().Where(item => (string)item!["check"]! == check).Select(item => (string)item!["evidence"]!));
}
