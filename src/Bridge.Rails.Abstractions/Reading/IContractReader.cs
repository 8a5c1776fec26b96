using Bridge.Model.Contracts;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads contracts of every state.</summary>
public interface IContractReader : IEntityReader<Contract>;
