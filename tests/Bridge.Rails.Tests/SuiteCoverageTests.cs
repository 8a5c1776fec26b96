using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests;

public sealed class SuiteCoverageTests
{
    [Fact]
    public void Every_rail_derives_every_suite_it_declares()
    {
        var missing = RailCatalog.BuiltIn().Modules
            .SelectMany(module => SuiteCoverage.Missing(module.Descriptor, typeof(SuiteCoverageTests).Assembly).Select(suite => $"{module.Descriptor.Id}: {suite}"));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void The_catalog_knows_impact() => RailCatalog.BuiltIn().Find("impact")!.Descriptor.DisplayName.Should().Be("impact.com");
}
