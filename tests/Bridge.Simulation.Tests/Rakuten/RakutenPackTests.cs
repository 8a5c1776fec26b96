using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class RakutenPackTests(PackFixture fixture) : IClassFixture<PackFixture>
{
    private readonly RakutenPack _pack = fixture.Pack;

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        var again = RakutenPack.Create(new RakutenPackOptions());

        again.Files.Select(file => file.Name).Should().Equal(_pack.Files.Select(file => file.Name));
        foreach (var (file, other) in again.Files.Zip(_pack.Files))
        {
            file.Content.Span.SequenceEqual(other.Content.Span).Should().BeTrue($"{file.Name} depends on the seed alone");
        }
    }

    [Fact]
    public void Another_seed_gives_other_publishers_links_and_codes()
    {
        var other = RakutenPack.Create(new RakutenPackOptions { Seed = 8 });

        other.Publishers.Select(publisher => publisher.EncryptedId)
            .Should().NotIntersectWith(_pack.Publishers.Select(publisher => publisher.EncryptedId));
        other.Publishers[0].Name.Should().NotBe(_pack.Publishers[0].Name);
        other.Links.Select(link => link.ClickUrl).Should().NotIntersectWith(_pack.Links.Select(link => link.ClickUrl));
        other.Codes.Select(code => code.Description).Should().NotEqual(_pack.Codes.Select(code => code.Description));
    }

    [Theory]
    [InlineData(7, 400, 460, 1200, 150)]
    [InlineData(1, 400, 460, 1200, 150)]
    [InlineData(99, 50, 60, 150, 20)]
    [InlineData(3, 1, 1, 2, 1)]
    public void Counts_are_distinct_records(int seed, int publishers, int contracts, int links, int codes)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions
        {
            Seed = seed,
            Publishers = publishers,
            Contracts = contracts,
            Links = links,
            Codes = codes,
        });

        pack.Truth.Keys.Publishers.Should().HaveCount(publishers).And.OnlyHaveUniqueItems();
        pack.Truth.Keys.Contracts.Should().HaveCount(contracts).And.OnlyHaveUniqueItems();
        pack.Truth.Keys.Links.Should().HaveCount(links).And.OnlyHaveUniqueItems();
        pack.Truth.Keys.Codes.Should().HaveCount(codes).And.OnlyHaveUniqueItems();
        pack.Truth.Keys.Orders.Should().HaveCount(900);
        pack.Publishers.Select(publisher => publisher.EncryptedId).Should().OnlyHaveUniqueItems();
        pack.Publishers.Select(publisher => publisher.Domain).Should().OnlyHaveUniqueItems();
        pack.Publishers.Select(publisher => publisher.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Encrypted_ids_have_eleven_characters_with_symbols_and_pairs_that_differ_in_case_only()
    {
        var ids = _pack.Publishers.Select(publisher => publisher.EncryptedId).ToList();

        ids.Should().OnlyContain(id => id.Length == 11);
        ids.Should().Contain(id => id.Contains('*', StringComparison.Ordinal));
        ids.Should().Contain(id => id.Contains('/', StringComparison.Ordinal));
        ids.Distinct(StringComparer.OrdinalIgnoreCase).Should().HaveCount(ids.Count - 2);
    }

    [Fact]
    public void Some_publishers_hold_the_baseline_and_a_better_offer_and_the_better_one_leads()
    {
        var offers = _pack.Offers.ToDictionary(offer => offer.Goid);
        var several = _pack.Truth.Publishers
            .Where(publisher => publisher.State == RakutenPublisherState.Approved && publisher.Goids.Count > 1).ToList();

        several.Should().HaveCountGreaterThan(60);
        several.Should().OnlyContain(publisher => offers[publisher.Goids[0]].Type == RakutenOfferType.Baseline);
        several.Should().OnlyContain(publisher => publisher.LeadingGoid == publisher.Goids[1]);
        several.Select(publisher => offers[publisher.LeadingGoid!.Value].Type).Distinct().Should().BeEquivalentTo(
            [RakutenOfferType.Public, RakutenOfferType.PublicSpecial, RakutenOfferType.Private, RakutenOfferType.PrivateSpecial]);
        _pack.Truth.Publishers.Where(publisher => publisher.State != RakutenPublisherState.Approved)
            .Should().OnlyContain(publisher => publisher.LeadingGoid == null);
    }

    [Fact]
    public void The_catalogue_shows_every_kind_of_rule()
    {
        var rules = _pack.Offers.SelectMany(offer => offer.Rules).ToList();

        _pack.Offers.Select(offer => offer.Type).Distinct().Should().HaveCount(5);
        _pack.Offers.Select(offer => offer.Status).Distinct().Should().HaveCount(4);
        rules.Select(rule => rule.Basis).Distinct().Should().HaveCount(4);
        rules.Select(rule => rule.CommissionType).Distinct().Should().HaveCount(2);
        rules.Select(rule => rule.Condition?.Operator).OfType<string>().Distinct().Should().BeEquivalentTo("is", "is not", "contains");
        rules.Should().Contain(rule => rule.IsFirstClick);
        rules.Select(rule => rule.Oid).Should().OnlyHaveUniqueItems();
        _pack.Offers.Select(offer => offer.OfferNumber).Should().Contain("24.1").And.Contain("24.10");
        _pack.Offers.Select(offer => offer.OfferNumber).Should().NotBeEquivalentTo(
            _pack.Offers.Select(offer => offer.OfferNumber).Distinct(), "a number is used for two offers");
        rules.Select(rule => rule.Condition?.ListName).OfType<string>()
            .Should().BeSubsetOf(_pack.CommissioningLists.Select(list => list.Name));
    }

    [Fact]
    public void Codes_have_one_owner_none_or_two_who_claim_them()
    {
        var owners = _pack.Truth.CodeOwners.Values.GroupBy(list => list.Count).ToDictionary(group => group.Key, group => group.Count());

        owners.Keys.Should().BeEquivalentTo([0, 1, 2]);
        owners[2].Should().BeInRange(2, 5);
        owners[0].Should().BeInRange(15, 25);
        (owners[0] + owners[1] + (2 * owners[2])).Should().Be(150);
    }

    [Fact]
    public void Contact_details_are_known_for_a_tenth()
    {
        _pack.Publishers.Count(publisher => publisher.Details is not null).Should().BeInRange(35, 45);
        _pack.Truth.PersonalValues.Select(value => value.Kind).Distinct().Should().HaveCount(Enum.GetValues<RakutenPersonalKind>().Length);
    }

    [Fact]
    public void Every_personal_value_stands_in_the_pack_and_publisher_names_hold_none()
    {
        var text = string.Concat(fixture.Sheets.Values.Select(sheet => sheet.Text)).ToUpperInvariant();
        var names = string.Join('\n', _pack.Publishers.Select(publisher => publisher.Name));

        foreach (var value in _pack.Truth.PersonalValues.Where(value => value.Kind is not RakutenPersonalKind.Phone))
        {
            text.Contains(value.Value.ToUpperInvariant(), StringComparison.Ordinal).Should().BeTrue(value.Value);
        }

        foreach (var value in _pack.Truth.PersonalValues.Where(value => value.Kind is not RakutenPersonalKind.Email))
        {
            names.Contains(value.Value, StringComparison.OrdinalIgnoreCase).Should().BeFalse(value.Value);
        }
    }

    [Fact]
    public void Hosts_are_reserved_for_documentation()
    {
        _pack.Publishers.Select(publisher => publisher.Domain).Should().OnlyContain(domain => domain.EndsWith(".example", StringComparison.Ordinal));
        _pack.Publishers.Select(publisher => publisher.Email).OfType<string>().Should().OnlyContain(email =>
            email.EndsWith(".example", StringComparison.Ordinal) || email.EndsWith("example.com", StringComparison.Ordinal));
        _pack.Links.Where(link => link.OnBrandHost).Select(link => new Uri(link.Destination).Host)
            .Distinct().Should().BeEquivalentTo(_pack.Options.BrandHosts);
        _pack.Links.Where(link => !link.OnBrandHost).Should().HaveCountGreaterThan(5)
            .And.OnlyContain(link => new Uri(link.Destination).Host == _pack.Options.ForeignHost);
    }

    [Fact]
    public async Task Writes_the_folder_and_keeps_the_truth_out_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("rakuten-pack-").FullName;
        try
        {
            var truth = Path.Combine(folder, "truth.json");
            await _pack.WriteToAsync(Path.Combine(folder, "pack"), CancellationToken.None);
            await _pack.WriteTruthAsync(truth, CancellationToken.None);
            var inside = () => _pack.WriteTruthAsync(Path.Combine(folder, "pack", "truth.json"), CancellationToken.None);

            Directory.EnumerateFiles(Path.Combine(folder, "pack"), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Path.Combine(folder, "pack"), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal).Should().Equal(_pack.Files.Select(file => file.Name));
            (await File.ReadAllTextAsync(truth)).Should().Contain(_pack.Publishers[0].Sid).And.Contain("\"leadingGoid\"");
            await inside.Should().ThrowAsync<ArgumentException>().WithMessage("*outside*");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Refuses_more_contracts_than_the_publishers_can_hold()
    {
        var create = () => RakutenPack.Create(new RakutenPackOptions { Publishers = 10, Contracts = 21 });

        create.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*at most*contracts*");
    }

    [Fact]
    public void Gives_the_share_of_publishers_that_a_target_already_has()
    {
        var known = RakutenPack.TargetPartners(_pack.Options, 0.30m).ToList();

        known.Should().HaveCount(120);
        known.Select(partner => partner.Sid).Should().OnlyHaveUniqueItems();
        foreach (var partner in known)
        {
            var publisher = _pack.Truth.Publishers.Single(candidate => candidate.Sid == partner.Sid);
            publisher.State.Should().Be(RakutenPublisherState.Approved);
            partner.Name.Should().Be(publisher.Name);
            partner.Email.Should().Be(publisher.Email);
            new Uri(partner.Url).Host.Should().Be(publisher.Domain);
        }
    }
}
