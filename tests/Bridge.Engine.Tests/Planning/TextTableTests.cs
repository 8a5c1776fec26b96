using Bridge.Engine.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Planning;

public sealed class TextTableTests
{
    [Fact]
    public void Numbers_texts_in_the_order_in_which_they_come_and_finds_them_again()
    {
        var table = new TextTable();
        var texts = Enumerable.Range(0, 5000).Select(number => $"{number * 7919 % 100_003:D5}").ToList();

        var numbers = texts.Select(table.Number).ToList();

        numbers.Should().Equal(Enumerable.Range(0, 5000));
        texts.Select(table.Number).Should().Equal(numbers, "a text keeps its number");
        texts.Select(table.Find).Should().Equal(numbers);
        numbers.Select(number => table[number]).Should().Equal(texts);
        table.Count.Should().Be(5000);
        table.Find("no such text").Should().Be(-1);
    }

    [Fact]
    public void Holds_every_text_whatever_its_letters_and_length()
    {
        var texts = new[] { "", "a", "ä", "𝄞", "\0", new string('x', 255), new string('ü', 300), new string('y', 70_000), "after a long one" };
        var table = new TextTable();

        var numbers = texts.Select(table.Number).ToList();

        numbers.Select(number => table[number]).Should().Equal(texts);
        texts.Select(table.Find).Should().Equal(numbers);
    }

    [Fact]
    public void Is_a_dictionary_of_texts()
    {
        var texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => string.Concat(text.Get.Where(letter => !char.IsSurrogate(letter)))).ListOf();

        Prop.ForAll(texts.ToArbitrary(), list =>
        {
            var table = new TextTable();
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            return list.All(text => known.TryAdd(text, known.Count) | table.Number(text) == known[text]) && known.All(pair => table[pair.Value] == pair.Key);
        }).Check(Config.QuickThrowOnFailure);
    }
}
