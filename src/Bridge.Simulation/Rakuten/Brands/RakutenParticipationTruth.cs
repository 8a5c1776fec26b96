namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>A partner takes part in a program.</summary>
/// <param name="Program">Name of the program.</param>
/// <param name="Sid">Its id there.</param>
/// <param name="State">State there.</param>
/// <param name="NetSales">Sales of all orders with their corrections.</param>
/// <param name="NetCommission">Commission of the same.</param>
/// <param name="Currency">Currency of both.</param>
public sealed record RakutenParticipationTruth(
    string Program, string Sid, RakutenPublisherState State, decimal NetSales, decimal NetCommission, string Currency);
