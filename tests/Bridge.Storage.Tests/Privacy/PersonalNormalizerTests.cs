using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Storage.Tests.Privacy;

public class PersonalNormalizerTests
{
    [Theory]
    [InlineData(PersonalKind.Email, "  Ada.Lovelace@Example.COM ", "ada.lovelace@example.com")]
    [InlineData(PersonalKind.Email, "ada@ example.com\u200B", "ada@example.com")]
    [InlineData(PersonalKind.Phone, "+49 (0)30 / 123-45", "4903012345")]
    [InlineData(PersonalKind.Phone, "0049 30 12345", "493012345")]
    [InlineData(PersonalKind.Phone, "n/a", "n/a")]
    [InlineData(PersonalKind.FirstName, "  Ada\u00A0 MARIE ", "ada marie")]
    [InlineData(PersonalKind.LastName, "ΝΙΚΟΣ", "νικοσ")]
    [InlineData(PersonalKind.LastName, "Νικος", "νικοσ")]
    [InlineData(PersonalKind.AddressLine, "12\tHigh  Street", "12 high street")]
    [InlineData(PersonalKind.City, "MÜNCHEN", "münchen")]
    [InlineData(PersonalKind.PostalCode, "sw1a 1aa", "sw1a1aa")]
    [InlineData(PersonalKind.TaxNumber, "DE 123.456-789", "de123456789")]
    [InlineData(PersonalKind.Handle, "@Ada_L", "ada_l")]
    [InlineData(PersonalKind.Handle, "@", "@")]
    public void Brings_the_spellings_of_a_value_into_one_form(PersonalKind kind, string value, string expected)
    {
        PersonalNormalizer.Normalize(kind, value).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("\u200B")]
    public void Refuses_a_value_without_a_visible_character(string value)
    {
        var act = () => PersonalNormalizer.Normalize(PersonalKind.City, value);

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        Prop.ForAll<NonEmptyString, int>((text, number) =>
        {
            var kind = Enum.GetValues<PersonalKind>()[Math.Abs(number % Enum.GetValues<PersonalKind>().Length)];
            string once;
            try
            {
                once = PersonalNormalizer.Normalize(kind, text.Get);
            }
            catch (ArgumentException)
            {
                return true;
            }

            return once == PersonalNormalizer.Normalize(kind, once);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20270101, 1).WithMaxTest(2000));
    }

    [Fact]
    public void Hashes_depend_on_key_kind_and_normalised_value_only()
    {
        var hasher = new PersonalHasher(Enumerable.Repeat((byte)1, 32).ToArray());
        var other = new PersonalHasher(Enumerable.Repeat((byte)2, 32).ToArray());

        var hash = hasher.Hash(PersonalKind.City, "Bergen");

        hash.Kind.Should().Be(PersonalKind.City);
        hash.Hash.Should().MatchRegex("^[0-9a-f]{32}$");
        hasher.Hash(PersonalKind.City, " BERGEN").Should().Be(hash);
        hasher.Hash(PersonalKind.LastName, "Bergen").Hash.Should().NotBe(hash.Hash);
        other.Hash(PersonalKind.City, "Bergen").Hash.Should().NotBe(hash.Hash);
    }
}
