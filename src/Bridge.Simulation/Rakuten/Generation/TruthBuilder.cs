namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Ground truth of a pack held in memory.</summary>
internal static class TruthBuilder
{
    public static RakutenPackTruth Build(
        RakutenPackOptions options,
        OfferCatalogue catalogue,
        IReadOnlyList<PublisherBundle> bundles,
        IReadOnlyList<RakutenCode> freeCodes,
        IReadOnlyList<RakutenFileTruth> files)
    {
        var codes = bundles.SelectMany(bundle => bundle.Codes).Concat(freeCodes).ToList();
        return new RakutenPackTruth
        {
            Seed = options.Seed,
            AsOf = options.AsOf,
            Files = files,
            Keys = new RakutenRecordKeys
            {
                Publishers = Keys(bundles.Select(bundle => bundle.Publisher.Sid)),
                Offers = Keys(catalogue.Offers.Select(offer => PackColumns.Id(offer.Goid))),
                CommissioningLists = Keys(catalogue.Lists.Select(list => list.Name)),
                Contracts = Keys(bundles.SelectMany(bundle => bundle.Assignments).Select(held => held.Key)),
                Links = Keys(bundles.SelectMany(bundle => bundle.Links).Select(link => link.LinkId)),
                Codes = Keys(codes.Select(code => code.Key)),
                Orders = Keys(bundles.SelectMany(bundle => bundle.ReportRows).Select(row => row.OrderId).OfType<string>()),
            },
            Publishers = [.. bundles.Select(Publisher).OrderBy(publisher => publisher.Sid, StringComparer.Ordinal)],
            CodeOwners = Owners(codes),
            PersonalValues = [.. bundles.SelectMany(bundle => Personal(bundle.Publisher)).Distinct()],
        };
    }

    private static RakutenPublisherTruth Publisher(PublisherBundle bundle)
    {
        var publisher = bundle.Publisher;
        var inReport = bundle.ReportRows.Count > 0;
        return new RakutenPublisherTruth
        {
            Sid = publisher.Sid,
            EncryptedId = publisher.EncryptedId,
            EncryptedIdInPack = inReport || bundle.Links.Count > 0,
            Name = publisher.Name,
            Email = publisher.Email,
            Domain = publisher.Domain,
            Group = publisher.State == RakutenPublisherState.Approved || inReport ? publisher.Group?.Name : null,
            Kind = publisher.Kind,
            State = publisher.State,
            AlsoListedAsRemoved = publisher.AlsoListedAsRemoved,
            HasDetails = publisher.Details is not null,
            Goids = [.. bundle.Assignments.Select(held => held.Goid)],
            LeadingGoid = bundle.LeadingOffer?.Goid,
            Links =
            [
                .. bundle.Links.Select(link => new RakutenLinkTruth
                {
                    LinkId = link.LinkId,
                    Form = link.Form,
                    Destination = link.Destination,
                    U1 = link.U1,
                    OnBrandHost = link.OnBrandHost,
                    Active = link.Active,
                }),
            ],
            Codes = [.. bundle.Codes.Select(code => code.Code)],
            SubPublisherOrders = SubPublishers(bundle),
            NetSales = bundle.ReportRows.Sum(row => row.Sales),
            NetCommission = bundle.ReportRows.Sum(row => row.Commission),
        };
    }

    private static SortedDictionary<string, int> SubPublishers(PublisherBundle bundle)
    {
        var orders = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in bundle.ReportRows.Where(row => row is { SubPublisher: not null, Sales: >= 0, OrderId: not null }))
        {
            var id = row.SubPublisher!.Id;
            orders[id] = orders.GetValueOrDefault(id) + 1;
        }

        return orders;
    }

    private static IEnumerable<RakutenPersonalValue> Personal(RakutenPublisher publisher)
    {
        if (publisher.Email is { } email)
        {
            yield return new(publisher.Sid, RakutenPersonalKind.Email, email);
            yield return new(publisher.Sid, RakutenPersonalKind.Email, publisher.EmailAsWritten?.Trim() ?? email);
        }

        if (publisher.Details is not { } details)
        {
            yield break;
        }

        yield return new(publisher.Sid, RakutenPersonalKind.FirstName, details.FirstName);
        yield return new(publisher.Sid, RakutenPersonalKind.LastName, details.LastName);
        yield return new(publisher.Sid, RakutenPersonalKind.Phone, details.Phone);
        yield return new(publisher.Sid, RakutenPersonalKind.Phone, details.Phone.Replace(" ", "", StringComparison.Ordinal));
        yield return new(publisher.Sid, RakutenPersonalKind.Address, details.Address1);
        if (details.Address2 is { } second)
        {
            yield return new(publisher.Sid, RakutenPersonalKind.Address, second);
        }

        yield return new(publisher.Sid, RakutenPersonalKind.City, details.City);
        yield return new(publisher.Sid, RakutenPersonalKind.PostalCode, details.PostalCode);
        yield return new(publisher.Sid, RakutenPersonalKind.TaxId, details.TaxId);
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Owners(IEnumerable<RakutenCode> codes)
    {
        var owners = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in codes.GroupBy(code => code.Code, StringComparer.Ordinal))
        {
            owners.Add(group.Key, [.. group.Select(code => code.Sid).OfType<string>()]);
        }

        return owners;
    }

    private static List<string> Keys(IEnumerable<string> keys) =>
        [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
