using Bridge.Engine.Extraction;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Extraction;

public sealed class RailReadersTests
{
    [Fact]
    public async Task Takes_nothing_but_reading_ports_out_of_a_connection()
    {
        await using var rail = new PortRail(new ExtractionRig());

        var readers = RailReaders.Of(rail);

        readers.Connection.Should().Be("acme");
        readers.Partners.Should().BeNull();
        rail.Asked.Should().HaveCount(8).And.OnlyContain(port => port.Namespace == typeof(IProgramReader).Namespace);
        readers.NotListable.Should().Equal(EntityKind.Deal);
        readers.NotOffered.Should().Equal(EntityKind.Partner, EntityKind.TrackingLink, EntityKind.PromoCode);
    }

    [Fact]
    public async Task A_rail_without_a_program_cannot_be_extracted()
    {
        await using var rail = new PortRail(null);

        var read = () => RailReaders.Of(rail);

        read.Should().Throw<InvalidOperationException>().WithMessage("*'rakuten'*'acme'*program*");
    }

    private sealed class PortRail(IProgramReader? program) : IRail
    {
        public List<Type> Asked { get; } = [];

        public RailDescriptor Descriptor { get; } = new ExtractionRig().Readers().Descriptor;

        public string Connection => "acme";

        public IRateBudgetView? RateBudget => null;

        public TPort? Port<TPort>()
            where TPort : class
        {
            Asked.Add(typeof(TPort));
            return program as TPort;
        }

        public string Describe() => "test";

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
