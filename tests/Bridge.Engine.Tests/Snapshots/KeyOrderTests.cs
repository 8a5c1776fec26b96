using System.Text;
using Bridge.Engine.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Snapshots;

public sealed class KeyOrderTests
{
    [Fact]
    public void Orders_texts_as_their_utf8_bytes()
    {
        // A piece each of one to four bytes, the last ones as surrogate pairs.
        var piece = Gen.Elements("a", "b", "\u00e9", "\u4e2d", "\ue000", "\uffff", "\U0001f600", "\U0010fffd");
        var text = piece.ArrayOf().Select(string.Concat);

        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (left, right) =>
            Math.Sign(KeyOrder.Instance.Compare(left, right)) ==
            Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Puts_nothing_first()
    {
        KeyOrder.Instance.Compare(null, "").Should().BeNegative();
        KeyOrder.Instance.Compare("", null).Should().BePositive();
        KeyOrder.Instance.Compare(null, null).Should().Be(0);
    }
}
