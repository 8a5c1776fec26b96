using Bridge.Model.Conversions;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads conversions; wide, as links.</summary>
public interface IConversionReader : IEntityReader<Conversion>;
