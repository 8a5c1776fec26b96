using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Writing;

/// <summary>Canonical records as rows of the house format. Beside the rows each gives the record that a reader will find in them.</summary>
internal static class HouseTables
{
    /// <summary>The table of an entity; null when there is none.</summary>
    public static TableSchema? TableOf(EntityKind entity) => entity switch
    {
        EntityKind.Partner => HouseSchemas.Of(HouseKind.Partners),
        EntityKind.PartnerGroup => HouseSchemas.Of(HouseKind.Groups),
        EntityKind.Contract => HouseSchemas.Of(HouseKind.Contracts),
        EntityKind.TrackingLink => HouseSchemas.Of(HouseKind.Links),
        EntityKind.PromoCode => HouseSchemas.Of(HouseKind.Codes),
        EntityKind.Conversion => HouseSchemas.Of(HouseKind.Conversions),
        _ => null,
    };

    /// <summary>A record as rows.</summary>
    public static RecordRows RowsOf(object record, RecordTableContext context)
    {
        var (rows, _) = Write(record, context);
        return new RecordRows(rows.Rows, rows.Losses);
    }

    /// <summary>A record as rows, and what they hold.</summary>
    internal static (RowWriter Rows, object Held) Write(object record, RecordTableContext context) => record switch
    {
        Partner partner => PartnerRows.Write(partner, context),
        PartnerGroup group => Write(group, context),
        Contract contract => ContractRows.Write(contract, context),
        TrackingLink link => Write(link, context),
        PromoCode code => Write(code, context),
        Conversion conversion => Write(conversion, context),
        _ => throw new ArgumentException($"The house format has no table for {record.GetType().Name}.", nameof(record)),
    };

    /// <summary>First instant of the day by which things have ended, in UTC as the tables are written.</summary>
    internal static DateTimeOffset Midnight(RecordTableContext context) => new(context.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static (RowWriter, object) Write(PartnerGroup group, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Groups, context).Begin();
        row.Text("Group ID", group.Id.Value);
        return (row, group with { Name = row.Required("Group Name", group.Name, group.Id.Value) });
    }

    private static (RowWriter, object) Write(TrackingLink link, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Links, context).Begin();
        row.Text("Link ID", link.Id.Value);
        row.Text("Partner ID", link.Partner.Value);
        row.Word("Link Kind", link.Kind);
        row.Word("Status", link.Status);
        var url = Address(row, "Tracking URL", link.TrackingUrl);
        var evidence = url is null ? LinkEvidence.Unknown : link.Evidence == LinkEvidence.Unknown ? LinkEvidence.Observed : link.Evidence;
        if (evidence != link.Evidence)
        {
            row.Lose("EvidenceChanged", Fidelity.Degraded, "Known By", "A link has a URL exactly when it is observed or computed.");
        }

        row.Word("Known By", evidence);
        var vanity = row.Text("Vanity Path", link.VanityPath);
        if (vanity is not null && vanity.Trim('/') != vanity)
        {
            row.Lose("TextTrimmed", Fidelity.Equivalent, "Vanity Path", "A path has no slashes around it.");
        }

        return (row, link with
        {
            Name = row.Text("Name", link.Name),
            TrackingUrl = url,
            Evidence = evidence,
            Reference = row.Text("Report ID", link.Reference),
            Destination = Address(row, "Destination", link.Destination),
            VanityPath = vanity?.Trim('/'),
            CreativeId = row.Text("Creative ID", link.CreativeId),
            SubIds = row.Pairs("Sub IDs", link.SubIds.Select(subId => (subId.Name, subId.Value))).Select(pair => new SubId(pair.Name, pair.Value)).ToValueList(),
            StartsAt = row.Instant("Start Date", link.StartsAt),
            EndsAt = row.Instant("End Date", link.EndsAt),
            SeenOn = row.Text("Page", link.SeenOn),
            SeenAt = row.Instant("Seen At", link.SeenAt),
        });
    }

    private static (RowWriter, object) Write(PromoCode code, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Codes, context).Begin();
        row.Text("Code ID", code.Id.Value);
        row.Text("Partner ID", code.Owner?.Value);
        var ends = row.Instant("End Date", code.EndsAt);
        var status = ends < Midnight(context) ? PromoCodeStatus.Expired : code.Status;
        if (status != code.Status)
        {
            row.Lose("StatusByDates", Fidelity.Equivalent, "Status", "What ended before the day of the export counts as expired.");
        }

        row.Word("Status", status);
        return (row, code with
        {
            Code = row.Required("Code", code.Code, code.Id.Value),
            Status = status,
            Description = row.Text("Description", code.Description),
            Discount = Discount(row, code.Discount),
            Deal = row.Held(code.Deal, null, "deal"),
            CreditPolicy = row.Text("Credit Policy", code.CreditPolicy),
            StartsAt = row.Instant("Start Date", code.StartsAt),
            EndsAt = ends,
        });
    }

    private static Discount? Discount(RowWriter row, Discount? discount)
    {
        if (discount is null)
        {
            return null;
        }

        row.Word("Discount Type", discount.Kind);
        var held = new Discount
        {
            Kind = discount.Kind,
            Rate = discount.Kind == DiscountKind.Percent ? discount.Rate : null,
            Amount = discount.Kind == DiscountKind.Fixed ? discount.Amount : null,
        };
        row.Number("Discount", held.Rate?.ToPercent() ?? held.Amount?.Amount);
        row.Text("Currency", held.Amount?.Currency.Code);
        return row.Held(discount, held, "discount");
    }

    private static (RowWriter, object) Write(Conversion conversion, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Conversions, context).Begin();
        row.Text("Conversion ID", conversion.Id.Value);
        row.Text("Partner ID", conversion.Partner?.Value);
        row.Word("Status", conversion.Status);
        var currency = conversion.Amount?.Currency ?? conversion.Payout?.Currency;
        row.Text("Currency", currency?.Code);
        row.Number("Sale Amount", conversion.Amount?.Amount);
        var payout = conversion.Payout is { } money && money.Currency != currency ? row.Held(conversion.Payout, null, "payout") : conversion.Payout;
        row.Number("Commission", payout?.Amount);
        return (row, conversion with
        {
            OrderId = row.Text("Order ID", conversion.OrderId),
            OccurredAt = row.Instant("Date", conversion.OccurredAt)!.Value,
            Payout = payout,
            CustomerStatus = row.Text("Customer Status", conversion.CustomerStatus),
            PromoCode = row.Text("Promo Code", conversion.PromoCode),
            ContractReference = row.Text("Contract ID", conversion.ContractReference),
            LinkReference = row.Text("Link ID", conversion.LinkReference),
            SubIds = row.Pairs("Sub IDs", conversion.SubIds.Select(subId => (subId.Name, subId.Value))).Select(pair => new SubId(pair.Name, pair.Value)).ToValueList(),
            Items = row.Held(conversion.Items, [], "items"),
            Touches = row.Held(conversion.Touches, [], "touches"),
        });
    }

    private static string? Address(RowWriter row, string column, string? url)
    {
        var held = url is not null && RowWriter.Trim(url) == url && Reading.HouseTrackingLinkReader.IsAddress(url) ? url : row.Held(url, null, column);
        row.Text(column, held);
        return held;
    }
}
