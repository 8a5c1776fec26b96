using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;

namespace Bridge.Engine.Tests.Privacy;

public sealed class MaskedTextTests
{
    [Theory]
    [InlineData(PersonalKind.Email, "ada@example.com", "a***@e***.com")]
    [InlineData(PersonalKind.Email, "a@b", "a***@b***")]
    [InlineData(PersonalKind.Email, "no address", "***")]
    [InlineData(PersonalKind.FirstName, "Ada", "A***")]
    [InlineData(PersonalKind.Phone, "+44 20 7946 0018", "***18")]
    [InlineData(PersonalKind.Phone, "1234", "***")]
    [InlineData(PersonalKind.TaxNumber, "DE123456789", "***789")]
    [InlineData(PersonalKind.City, "Bergen", "***")]
    [InlineData(PersonalKind.Email, null, "erased")]
    public void A_value_is_masked_so_that_who_knows_it_recognises_it(PersonalKind kind, string? value, string masked) => MaskedText.Of(kind, value).Should().Be(masked);
}
