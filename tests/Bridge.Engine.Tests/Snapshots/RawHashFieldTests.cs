using Bridge.Engine.Snapshots.Segments;

namespace Bridge.Engine.Tests.Snapshots;

public sealed class RawHashFieldTests
{
    [Theory]
    [InlineData("00ff00112233445566778899aabbccdd", 17)]
    [InlineData("00FF00112233445566778899AABBCCDD", 33)]
    [InlineData("zz", 3)]
    [InlineData("", 1)]
    public void Gives_back_every_text_and_is_short_for_the_usual_form(string rawHash, int length)
    {
        var field = RawHashField.Encode(rawHash);

        field.Should().HaveCount(length);
        RawHashField.Decode(field).Should().Be(rawHash);
    }
}
