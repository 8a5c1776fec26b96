using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Files;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Words of result files, in the languages of the web app.</summary>
public sealed class ImpactResultWordsTests
{
    [Theory]
    [InlineData("Invited", PackRowFate.Accepted)]
    [InlineData("GROUP_ADDED", PackRowFate.Accepted)]
    [InlineData("Erfolgreich", PackRowFate.Accepted)]
    [InlineData("Matched existing account", PackRowFate.Matched)]
    [InlineData("already joined", PackRowFate.Matched)]
    [InlineData("zugeordnet", PackRowFate.Matched)]
    [InlineData(" Error ", PackRowFate.Rejected)]
    [InlineData("Abgelehnt", PackRowFate.Rejected)]
    [InlineData("Échec", PackRowFate.Rejected)]
    [InlineData("who knows", null)]
    [InlineData("", null)]
    public void Known_words_have_a_meaning_and_others_none(string word, PackRowFate? fate) => ImpactResults.FateOf(word).Should().Be(fate);
}
