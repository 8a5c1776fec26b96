namespace Bridge.Engine.Readiness;

/// <summary>All checks, in the order in which a report tells them.</summary>
public static class ReadinessChecks
{
    /// <summary>An event type has conversions on the target.</summary>
    public static ReadinessCheck Conversions { get; } = Computed("BRG-RDY-001", "conversions", "Recent conversions on the target", "Place a test order through a link of the target, wait until it shows there, and run 'bridge extract --conversions'.");

    /// <summary>Order ids are the shop's.</summary>
    public static ReadinessCheck OrderIds { get; } = Computed("BRG-RDY-002", "orderIds", "Order ids", "Compare what the tag sends as order id with the shop's own; state a test order with --test-order if the source does not have it.");

    /// <summary>Amounts are right.</summary>
    public static ReadinessCheck Amounts { get; } = Computed("BRG-RDY-003", "amounts", "Amounts", "Look whether the tag sends tax, shipping or discounts that the other side leaves out.");

    /// <summary>Currencies are right.</summary>
    public static ReadinessCheck Currencies { get; } = Computed("BRG-RDY-004", "currencies", "Currencies", "Have the tag send the currency of the order.");

    /// <summary>Customer states are right.</summary>
    public static ReadinessCheck Customers { get; } = Computed("BRG-RDY-005", "customerStatus", "Customer status", "Have the tag send whether the customer is new; state test orders of a new and of a returning customer with --test-order.");

    /// <summary>Hosts are permitted.</summary>
    public static ReadinessCheck Hosts { get; } = Computed("BRG-RDY-006", "hosts", "Landing hosts", "Permit the host on the target, or answer 'leave' for it in the sheet when it is not the brand's.");

    /// <summary>Orders on the source can still change.</summary>
    public static ReadinessCheck Locks { get; } = Computed("BRG-RDY-010", "locks", "Open lock windows on the source", "Keep the source's tag and program alive until that day, and pay what locks there.");

    /// <summary>The source asks for exclusivity.</summary>
    public static ReadinessCheck Exclusivity { get; } = new(
        "BRG-RDY-011", "exclusivity", ReadinessScope.Program, "Exclusivity", "Is the brand free to run the program on another network? yes, no, or the day from which on it is.", "legal", "Settle it with the source network before links are moved.")
    { TakesDate = true, WhenNo = ReadinessState.Blocked };

    /// <summary>The notice period.</summary>
    public static ReadinessCheck Notice { get; } = new(
        "BRG-RDY-012", "notice", ReadinessScope.Program, "Notice period", "Has notice been given to the source network and run out? yes, no, or the day on which it ends.", "legal", "Give notice; overlap lasts until it ends.")
    { TakesDate = true };

    /// <summary>The partners were told.</summary>
    public static ReadinessCheck Told { get; } = new(
        "BRG-RDY-013", "partnersTold", ReadinessScope.Program, "Notice to partners", "Were the partners told of the move? yes, no, or the day on which their notice ends (two to four weeks are customary).", "partner manager", "Send the message pack.")
    { TakesDate = true };

    /// <summary>Invoices of the source.</summary>
    public static ReadinessCheck Invoices { get; } = new(
        "BRG-RDY-014", "invoices", ReadinessScope.Program, "Unpaid invoices of the source", "Are all invoices of the source network paid? yes, no, or the day on which the last one is due.", "finance", "Agree with finance who pays what; balances stay payable on the source after cut-over.")
    { TakesDate = true };

    /// <summary>Tax status of a partner on the target.</summary>
    public static ReadinessCheck Tax { get; } = new(
        "BRG-RDY-020", "tax", ReadinessScope.Partner, "Tax status", "Does the target show the partner's tax forms as complete? yes, no or not needed. The status alone: never the number.", "partner", "Ask the partner to complete its tax forms on the target; Bridge moves none.");

    /// <summary>Payment status of a partner on the target.</summary>
    public static ReadinessCheck Payment { get; } = new(
        "BRG-RDY-021", "payment", ReadinessScope.Partner, "Payment status", "Does the target show the partner's bank account as set up? yes, no or not needed. The status alone: never the account.", "partner", "Ask the partner to set up payment on the target; Bridge moves none.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReadinessCheck> All { get; } =
        [Conversions, OrderIds, Amounts, Currencies, Customers, Hosts, Locks, Exclusivity, Notice, Told, Invoices, Tax, Payment];

    private static ReadinessCheck Computed(string code, string name, string title, string remedy) => new(code, name, ReadinessScope.Computed, title, "", "", remedy);
}
