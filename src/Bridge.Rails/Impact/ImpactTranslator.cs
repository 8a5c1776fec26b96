using AutoMapper;
using Bridge.Model.Collections;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>Wire records of one connection in canonical form. Pure but for the vault, to which personal values go.</summary>
/// <param name="mapper">The field-to-field part.</param>
/// <param name="people">Personal values of partners.</param>
/// <param name="programId">The program.</param>
internal sealed class ImpactTranslator(IMapper mapper, PartnerPeople people, string programId)
{
    /// <summary>Schemes of the brand's three values for a partner.</summary>
    public static readonly IReadOnlyList<string> ValueSchemes = ["impact.value1", "impact.value2", "impact.value3"];

    public static Program Program(WireProgram wire, ImpactOptions options) => new()
    {
        Id = new ProgramId(wire.Id!),
        AccountId = options.AccountId,
        Name = wire.Name ?? wire.Id!,
        Status = ImpactWords.ProgramStatus(wire.State),
        NativeStatus = wire.State,
        Currency = options.Currency,
        TrackingHost = Host(wire.TrackingDomain),
        DefaultLandingPage = wire.GatewayTrackingSettings?.DefaultLandingPage,
        DeepLinking = wire.GatewayTrackingSettings?.DeepLinking ?? false,
        PermittedHosts = (wire.GatewayTrackingSettings?.DeepLinkDomains ?? "")
            .Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Host).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
    };

    public PartnerGroup Group(WirePartnerGroup wire) => mapper.Map<PartnerGroup>(wire);

    public Partner Partner(WirePartner wire, ValueList<PartnerGroupId> groups, LossLog losses)
    {
        var participation = wire.Programs.FirstOrDefault(program => program.Id == programId);
        var methods = wire.PromotionalMethods.Where(method => method.Type is not null)
            .OrderByDescending(method => method.IsPrimary == true).Select(method => method.Type!).Distinct(StringComparer.Ordinal).ToValueList();
        if (!ImpactWords.IsPartnerState(wire.State))
        {
            losses.Degraded("PartnerStateUnknown", "status", $"impact.com's state '{wire.State}' is not known to Bridge.");
        }

        return mapper.Map<Partner>(wire) with
        {
            Kind = ImpactWords.PartnerKind(methods is [var main, ..] ? main : null),
            InProgram = participation is not null,
            Contacts = people.Contacts(wire, losses),
            WebProperties = Sites(wire, losses),
            Address = people.Address(wire, losses),
            TaxNumber = people.TaxNumber(wire),
            PromotionMethods = methods,
            Groups = groups,
            JoinedAt = ImpactTime.Read(participation?.JoinDate, "joinedAt", losses),
            Currency = ReadCurrency(wire.Currency, "currency", losses),
            References = References(wire.PartnerValues),
        };
    }

    public PromoCode Code(WirePromoCode wire, LossLog losses)
    {
        if (wire.Type?.ToUpperInvariant() is "RE")
        {
            losses.Degraded("RegularExpressionCode", "code", "The code is a regular expression; the canonical form holds its text.");
        }

        return mapper.Map<PromoCode>(wire) with
        {
            Discount = DiscountTranslator.Read(wire, losses),
            StartsAt = ImpactTime.Read(wire.StartDate, "startsAt", losses),
            EndsAt = ImpactTime.Read(wire.EndDate, "endsAt", losses),
        };
    }

    public static Deal Deal(WireDeal wire, LossLog losses) => new()
    {
        Id = new DealId(wire.Id!),
        Name = wire.Name ?? wire.Id!,
        Discount = DiscountTranslator.Read(wire, losses),
        StartsAt = ImpactTime.Read(wire.StartDate, "startsAt", losses),
        EndsAt = ImpactTime.Read(wire.EndDate, "endsAt", losses),
    };

    public static Conversion Conversion(WireAction wire, LossLog losses)
    {
        var currency = ReadCurrency(wire.Currency, "amount", losses);
        if (currency is null && (wire.Amount ?? wire.Payout) is not null)
        {
            losses.Dropped("AmountWithoutCurrency", "amount", "The action names amounts and no currency.");
        }

        return new Conversion
        {
            Id = new ConversionId(wire.Id!),
            Partner = wire.MediaPartnerId is { } partner ? new PartnerId(partner) : null,
            OrderId = wire.Oid,
            OccurredAt = ImpactTime.Read(wire.EventDate, "occurredAt", losses) ?? throw new FormatException("An action names no time of its event."),
            Status = wire.State?.ToUpperInvariant() switch
            {
                "PENDING" => ConversionStatus.Pending,
                "APPROVED" => ConversionStatus.Approved,
                "REVERSED" => ConversionStatus.Reversed,
                _ => ConversionStatus.Unknown,
            },
            Amount = Amount(wire.Amount, currency),
            Payout = Amount(wire.Payout, currency),
            CustomerStatus = wire.CustomerStatus,
            PromoCode = wire.PromoCode,
            EventType = wire.ActionTrackerName is { Length: > 0 } name ? name : null,
            SubIds = SubIds(wire),
        };
    }

    /// <summary>The brand's three values as references, sorted by scheme; blanks around a value are not part of it.</summary>
    public static ValueList<ExternalReference> References(WirePartnerValues? values) =>
        new[] { values?.Value1, values?.Value2, values?.Value3 }
            .Select((value, index) => new ExternalReference(ValueSchemes[index], value?.Trim() ?? ""))
            .Where(reference => reference.Value.Length > 0)
            .ToValueList();

    private static Money? Amount(decimal? amount, Currency? currency) => amount is { } number && currency is { } known ? new Money(number, known) : null;

    private static ValueList<SubId> SubIds(WireAction wire) =>
        new[] { ("subId1", wire.SubId1), ("subId2", wire.SubId2), ("subId3", wire.SubId3), ("sharedId", wire.SharedId) }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => new SubId(pair.Item1, pair.Item2!))
            .ToValueList();

    private static Currency? ReadCurrency(string? code, string path, LossLog losses)
    {
        if (Currency.TryParse(code, out var currency))
        {
            return currency;
        }

        if (code is not null)
        {
            losses.Dropped("CurrencyUnknown", path, $"'{code}' is not an ISO 4217 currency.");
        }

        return null;
    }

    private static ValueList<WebProperty> Sites(WirePartner wire, LossLog losses)
    {
        var sites = new List<WebProperty>();
        Add(wire.Website, "website", "webProperties[0]");
        foreach (var property in wire.Properties)
        {
            Add(property.Url, property.Type?.ToLowerInvariant(), $"webProperties[{sites.Count}]");
        }

        return sites.ToValueList();

        void Add(string? url, string? kind, string path)
        {
            if (string.IsNullOrWhiteSpace(url))
            {
                return;
            }

            var text = url.Trim();
            if (!text.Contains("://", StringComparison.Ordinal))
            {
                losses.Equivalent("UrlWithoutScheme", path, "impact.com sent an address without a scheme; https was put before it.");
                text = "https://" + text;
            }

            if (!Uri.TryCreate(text, UriKind.Absolute, out _))
            {
                losses.Dropped("UrlUnreadable", path, "impact.com sent an address that is no URL.");
            }
            else if (!sites.Any(site => string.Equals(site.Url.TrimEnd('/'), text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)))
            {
                sites.Add(new WebProperty(text, kind));
            }
        }
    }

    /// <summary>Host of a domain that may be written with scheme, port, path or wildcard.</summary>
    private static string? Host(string? domain)
    {
        if (string.IsNullOrWhiteSpace(domain))
        {
            return null;
        }

        var text = domain.Trim().ToLowerInvariant();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text[(scheme + 3)..];
        var end = text.AsSpan().IndexOfAny('/', '?', ':');
        text = end < 0 ? text : text[..end];
        return text.Length == 0 ? null : text;
    }
}
