using Bridge.Model.Partners;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads partners, those of every state included.</summary>
public interface IPartnerReader : IEntityReader<Partner>;
