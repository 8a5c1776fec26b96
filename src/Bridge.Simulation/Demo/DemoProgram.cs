using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>Makes the first program of a platform the one that a pack's program moves to: hosts, landing page, currency.</summary>
internal static class DemoProgram
{
    public static ImpactSeed For(ImpactSeed seed, RakutenPackOptions pack) => seed.WithBrand(brand => brand with
    {
        Currency = pack.Currency,
        Programs =
        [
            brand.Programs[0] with
            {
                PermittedHosts = [.. pack.BrandHosts],
                DefaultLandingPage = $"https://{pack.BrandHosts[0]}/",
            },
            .. brand.Programs.Skip(1),
        ],
    });
}
