namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>What a seeded number is for; each purpose has its own sequence.</summary>
internal enum Purpose
{
    Words = 1,
    SiteId,
    EncryptedId,
    Kind,
    Publisher,
    Details,
    Offers,
    Lists,
    Assignments,
    Links,
    Codes,
    Orders,
    Traffic,
    Tokens,
    SubPublishers,
    OtherEncryptedId,
}
