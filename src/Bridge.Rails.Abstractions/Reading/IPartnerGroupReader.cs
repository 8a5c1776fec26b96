using Bridge.Model.Partners;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads partner groups.</summary>
public interface IPartnerGroupReader : IEntityReader<PartnerGroup>;
