using Bridge.Engine.Extraction;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Identity;
using Bridge.Testing.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Extraction;

/// <summary>Wherever a process dies, the extraction that goes on gives the snapshot of one that was not interrupted.</summary>
public sealed class ExtractionLawTests
{
    private static readonly string PlainHash = ExtractAsync(new ExtractionRig()).GetAwaiter().GetResult().Hash;

    [Fact]
    public void Any_number_of_crashes_anywhere_gives_the_same_snapshot()
    {
        var cases =
            from crashes in Gen.Choose(1, 40).ArrayOf()
            from partRecords in Gen.Choose(1, 40)
            select (Crashes: crashes, PartRecords: partRecords);

        Prop.ForAll(cases.ToArbitrary(), sample => Survives(sample.Crashes, sample.PartRecords)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public async Task A_crash_at_each_single_event_gives_the_same_snapshot()
    {
        for (var crash = 1; crash <= 60; crash++)
        {
            await SurvivesAsync([crash], 7);
        }
    }

    private static void Survives(int[] crashes, int partRecords) => SurvivesAsync(crashes, partRecords).GetAwaiter().GetResult();

    /// <summary>Each number is how many events (pages, flushes, writes before and after they become visible) one attempt lives.</summary>
    private static async Task SurvivesAsync(int[] crashes, int partRecords)
    {
        var rig = new ExtractionRig { Options = new ExtractionOptions { Layout = new SnapshotLayout { PartRecords = partRecords } } };
        var lives = 0;
        void Event()
        {
            if (--lives == 0)
            {
                throw new SimulatedCrashException();
            }
        }

        rig.Vault.Flushed = Event;
        rig.Store.BeforePut = _ => Event();
        rig.Store.AfterPut = _ => Event();
        rig.Partners.BeforePage = _ => Event();
        rig.TrackingLinks.BeforePage = _ => Event();
        foreach (var crash in crashes)
        {
            lives = crash;
            try
            {
                await rig.ExtractAsync();
            }
            catch (SimulatedCrashException)
            {
                // The next attempt goes on.
            }
        }

        lives = 0;
        var manifest = await ExtractAsync(rig);
        manifest.Hash.Should().Be(PlainHash);
        manifest.Of(EntityKind.TrackingLink)!.Duplicates.Should().Be(0);
        (await rig.LinksAsync(manifest)).Should().Equal(Enumerable.Range(0, 30).Select(SnapshotLinks.Of));
        (await rig.VerifyAsync(manifest)).Problems.Should().BeEmpty();
    }

    private static async Task<SnapshotManifest> ExtractAsync(ExtractionRig rig) =>
        (await rig.ExtractAsync()).Manifest ?? throw new InvalidOperationException("Not sealed.");
}
