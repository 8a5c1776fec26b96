using Bridge.Engine.Brands;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Brands;

public sealed class BrandReaderTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void Reads_programs_with_their_folders_and_facts()
    {
        var brand = BrandReader.Read("""
            client: acme
            brand: acme-shop
            key: keys/brand.key
            programs:
              us:
                market: US
                currency: USD
                timeZone: America/New_York
                hosts: [www.acme.example]
              de:
                folder: germany
            """, "/srv/acme", findings)!;

        findings.Should().BeEmpty();
        brand.Programs.Select(program => (program.Name, program.Folder, program.Currency)).Should().Equal(
            ("us", Path.GetFullPath("/srv/acme/us"), "USD"), ("de", Path.GetFullPath("/srv/acme/germany"), null));
        brand.Programs[0].Hosts.Should().Equal("www.acme.example");
        brand.KeyFile.Should().Be(Path.GetFullPath("/srv/acme/keys/brand.key"));
        brand.ProgramOf("/srv/acme/germany/")!.Name.Should().Be("de");
        brand.ProgramOf("/srv/acme/fr").Should().BeNull();
    }

    [Fact]
    public void Reports_every_mistake_at_once()
    {
        var brand = BrandReader.Read("""
            client: Acme Shop
            brand: acme
            colour: red
            programs:
              us: {currency: DOLLAR, timeZone: Mars/Base}
              de: {folder: us}
            """, "/srv/acme", findings);

        brand.Should().BeNull();
        findings.Select(finding => finding.Code).Should().Contain(["BRG-BRAND-002", "BRG-BRAND-004", "BRG-BRAND-005", "BRG-BRAND-006"]);
        findings.Should().OnlyContain(finding => finding.Remedy.Length > 0);
    }

    [Fact]
    public void A_brand_without_programs_is_none()
    {
        BrandReader.Read("client: acme\nbrand: acme\n", "/srv/acme", findings).Should().BeNull();

        findings.Should().Contain(finding => finding.Code == "BRG-BRAND-001");
    }
}
