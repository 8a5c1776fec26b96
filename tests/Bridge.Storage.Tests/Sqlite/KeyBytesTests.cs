using Bridge.Engine.Snapshots;
using Bridge.Storage.Sqlite.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Storage.Tests.Sqlite;

public class KeyBytesTests
{
    private static readonly Config Checked = Config.QuickThrowOnFailure.WithReplay(20270104, 3).WithMaxTest(3000);

    // Letters on both sides of every border of the encoding, halves of pairs without the other half included.
    private static readonly Arbitrary<string> Keys = Gen.Elements("aZ~/\u007F\u0080\u07FF\u0800\uD7FF\uD83D\uDE00\uDFFF\uE000\uFF21\uFFFF\0".ToCharArray())
        .ListOf().Select(letters => string.Concat(letters)).ToArbitrary();

    [Fact]
    public void Bytes_sort_as_snapshots_do()
    {
        Prop.ForAll(Keys, Keys, (left, right) =>
            Math.Sign(KeyBytes.Encode(left).AsSpan().SequenceCompareTo(KeyBytes.Encode(right))) == Math.Sign(KeyOrder.Instance.Compare(left, right))).Check(Checked);
    }

    [Fact]
    public void Every_string_comes_back()
    {
        Prop.ForAll(Keys, key => KeyBytes.Decode(KeyBytes.Encode(key)) == key).Check(Checked);
    }
}
