using Bridge.Model.Promotions;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads deals.</summary>
public interface IDealReader : IEntityReader<Deal>;
