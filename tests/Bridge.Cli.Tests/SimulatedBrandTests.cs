using Bridge.Cli.Simulators;

namespace Bridge.Cli.Tests;

/// <summary>The generated brand as commands.</summary>
public sealed class SimulatedBrandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-brand-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_brand_is_a_folder_of_downloads_for_each_program()
    {
        var result = await Cli.RunAsync(folder, "simulate", "brand", "downloads", "--publishers", "60", "--without-assignments", "--json");
        var later = await Cli.RunAsync(folder, "simulate", "brand", "downloads", "--publishers", "60", "--only-assignments");

        result.ExitCode.Should().Be(0, result.Output);
        ((int)result.Json["partners"]!).Should().Be(60);
        ((string)result.Json["programs"]!["de"]!["timeZone"]!).Should().Be("Europe/Berlin");
        later.ExitCode.Should().Be(0, later.Error);
        File.Exists(Path.Combine(folder, "downloads", "de", "Konditionen je Publisher DE.csv")).Should().BeTrue();
    }

    [Fact]
    public async Task A_program_that_the_simulation_does_not_know_is_refused()
    {
        var result = await Cli.RunAsync(folder, "simulate", "brand", "downloads", "--programs", "us,fr");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("us,fr").And.Contain("us, de, uk");
    }

    [Fact]
    public async Task A_simulated_account_names_a_program_for_each_of_the_brand()
    {
        var options = new SimulatorOptions(0, 7, 60m, null, TimeProvider.System) { Publishers = 60, Programs = "us,de" };
        await using var rail = await SimulatedRails.ImpactAsync(options, CancellationToken.None);

        var json = rail.Json();

        ((string)json["programs"]!["us"]!).Should().Be("21000");
        ((string)json["programs"]!["de"]!).Should().Be("21007");
    }
}
