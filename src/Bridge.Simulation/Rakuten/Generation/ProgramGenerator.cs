namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Streams a whole program, publisher by publisher, with exactly the counts that the options ask for.</summary>
internal sealed class ProgramGenerator
{
    private static readonly RakutenOfferType[] ExtraTypes =
    [
        RakutenOfferType.Private, RakutenOfferType.PrivateSpecial, RakutenOfferType.Private, RakutenOfferType.Public,
        RakutenOfferType.Private, RakutenOfferType.PublicSpecial,
    ];

    private readonly RakutenPackOptions _options;
    private readonly SeedMixer _seeds;
    private readonly PublisherForge _publishers;
    private readonly LinkForge _links;
    private readonly CodeForge _codes;
    private readonly OrderForge _orders;
    private readonly RakutenOffer _baseline;
    private readonly RakutenOffer _ended;
    private readonly ILookup<RakutenOfferType, RakutenOffer> _inForce;
    private readonly int _members;
    private readonly int _codeHolders;

    public ProgramGenerator(RakutenPackOptions options)
    {
        _options = options;
        _seeds = new SeedMixer(options.Seed);
        _publishers = new PublisherForge(options, _seeds);
        _links = new LinkForge(options, _seeds);
        _codes = new CodeForge(options, _seeds);
        _orders = new OrderForge(options, _seeds);
        Catalogue = new OfferCatalogue(options, _seeds);
        _inForce = Catalogue.InForce;
        _baseline = _inForce[RakutenOfferType.Baseline].First();
        _ended = Catalogue.Offers.First(offer => offer.Status == RakutenOfferStatus.Ended);
        for (var index = 0; index < options.Publishers; index++)
        {
            _members += IsMember(index) ? 1 : 0;
            _codeHolders += HoldsCodes(index) ? 1 : 0;
        }

        Check();
    }

    public OfferCatalogue Catalogue { get; }

    public IEnumerable<PublisherBundle> Bundles()
    {
        var member = 0;
        var codes = new CodeDeal(_options, _codes, _codeHolders);
        for (var index = 0; index < _options.Publishers; index++)
        {
            var publisher = _publishers.Next(index);
            if (!IsMember(index))
            {
                yield return new(publisher, [], null, [], [], []);
                continue;
            }

            var assignments = Assignments(publisher, member);
            var leading = Leading(assignments);
            var paying = leading ?? _baseline;
            var links = Links(publisher, paying, member);
            var dealt = HoldsCodes(index) ? codes.Next(publisher.Sid) : [];
            var report = Report(publisher, paying, links, member);
            member++;
            yield return new(publisher, assignments, leading, links, dealt, report);
        }

        FreeCodes = codes.Rest();
    }

    /// <summary>Codes without owner; known once <see cref="Bundles"/> has been read to its end.</summary>
    public IReadOnlyList<RakutenCode> FreeCodes { get; private set; } = [];

    /// <summary>Approved publishers that the target already has, an even selection of <paramref name="share"/> of all publishers.</summary>
    public IEnumerable<RakutenTargetPartner> TargetPartners(decimal share)
    {
        var wanted = (int)Math.Round(_options.Publishers * share, MidpointRounding.AwayFromZero);
        var approved = Enumerable.Range(0, _options.Publishers).Count(IsApproved);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted, approved, nameof(share));
        var seen = 0;
        for (var index = 0; index < _options.Publishers; index++)
        {
            if (!IsApproved(index))
            {
                continue;
            }

            if (SeedMixer.Share(wanted, approved, seen + 1) > SeedMixer.Share(wanted, approved, seen))
            {
                var publisher = _publishers.Next(index);
                yield return new(publisher.Sid, publisher.Name, $"https://{publisher.Domain}", publisher.Email, publisher.Group?.Name);
            }

            seen++;
        }
    }

    private static bool IsApproved(int index) => PublisherForge.State(index) == RakutenPublisherState.Approved;

    private static bool IsMember(int index) => PublisherForge.State(index) != RakutenPublisherState.Applied;

    private bool HoldsCodes(int index) => IsApproved(index)
        && _publishers.Kind(index) is RakutenPublisherKind.Coupon or RakutenPublisherKind.Cashback or RakutenPublisherKind.Influencer;

    private List<RakutenAssignment> Assignments(RakutenPublisher publisher, int member)
    {
        var count = SeedMixer.Share(_options.Contracts, _members, member + 1) - SeedMixer.Share(_options.Contracts, _members, member);
        var removed = publisher.State == RakutenPublisherState.Removed;
        var assignments = new List<RakutenAssignment>(count);
        if (count > 0)
        {
            DateOnly? end = removed ? _options.AsOf.AddDays(-(10 + (member % 200))) : null;
            assignments.Add(new(publisher.Sid, _baseline.Goid, member % 3 == 0 ? null : publisher.JoinDate, end));
        }

        if (removed && count > 1)
        {
            assignments.Add(new(publisher.Sid, _ended.Goid, _ended.Start, _ended.End));
        }

        var start = _seeds.Below(Purpose.Assignments, member, ExtraTypes.Length);
        for (var step = 0; !removed && assignments.Count < count; step++)
        {
            var type = ExtraTypes[(start + step) % ExtraTypes.Length];
            var offers = _inForce[type].ToList();
            if (assignments.Any(held => offers.Any(offer => offer.Goid == held.Goid)))
            {
                continue;
            }

            var offer = offers[_seeds.Below(Purpose.Assignments, (member * 8L) + step + 1_000_000_000, offers.Count)];
            assignments.Add(new(publisher.Sid, offer.Goid, member % 2 == 0 ? null : offer.Start, offer.End));
        }

        return assignments;
    }

    /// <summary>The offer that pays: in force on the day of the export, of the highest precedence. Types are never held twice.</summary>
    private RakutenOffer? Leading(IEnumerable<RakutenAssignment> assignments) => assignments
        .Where(held => (held.Start is null || held.Start <= _options.AsOf) && (held.End is null || held.End >= _options.AsOf))
        .Select(held => Catalogue.Offers.First(offer => offer.Goid == held.Goid))
        .Where(offer => offer.Status == RakutenOfferStatus.Active)
        .MaxBy(offer => offer.Type);

    private List<RakutenLink> Links(RakutenPublisher publisher, RakutenOffer offer, int member)
    {
        var first = SeedMixer.SkewedShare(_options.Links, _members, member);
        var last = SeedMixer.SkewedShare(_options.Links, _members, member + 1);
        var links = new List<RakutenLink>(last - first);
        for (var ordinal = first; ordinal < last; ordinal++)
        {
            links.Add(_links.Next(publisher, offer, ordinal));
        }

        return links;
    }

    /// <summary>Nine of ten members had traffic; only these are in the report.</summary>
    private List<RakutenReportRow> Report(RakutenPublisher publisher, RakutenOffer offer, List<RakutenLink> links, int member)
    {
        var rows = new List<RakutenReportRow>();
        if (member % 10 != 9)
        {
            rows.Add(_orders.Traffic(publisher, offer, links.Count > 0 ? links[0] : null, member));
        }

        var last = SeedMixer.SkewedShare(_options.Orders, _members, member + 1);
        for (var ordinal = SeedMixer.SkewedShare(_options.Orders, _members, member); ordinal < last; ordinal++)
        {
            rows.AddRange(_orders.Order(publisher, offer, links.Count > 0 ? links[ordinal % links.Count] : null, ordinal));
        }

        return rows;
    }

    private void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Publishers, 1, nameof(RakutenPackOptions.Publishers));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Offers, RakutenPackOptions.MinimumOffers, nameof(RakutenPackOptions.Offers));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.Contracts, nameof(RakutenPackOptions.Contracts));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.Links, nameof(RakutenPackOptions.Links));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.Codes, nameof(RakutenPackOptions.Codes));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.Orders, nameof(RakutenPackOptions.Orders));
        ArgumentOutOfRangeException.ThrowIfZero(_options.BrandHosts.Count, nameof(RakutenPackOptions.BrandHosts));
        if (_options.Contracts > _members * 2L)
        {
            throw new ArgumentOutOfRangeException(
                nameof(RakutenPackOptions.Contracts),
                _options.Contracts,
                $"{_options.Publishers} publishers give {_members} members, which hold at most two offers each: at most {_members * 2L} contracts.");
        }
    }
}
