using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Reads the program of the connection.</summary>
internal sealed class ImpactProgramReader(ImpactClient client, ImpactOptions options, string connection) : IProgramReader
{
    public async Task<Program> ReadProgramAsync(CancellationToken cancellationToken)
    {
        var wire = await client.GetProgramAsync(cancellationToken);
        return wire.Id == options.ProgramId
            ? ImpactTranslator.Program(wire, options)
            : throw new RailContractException(
                new RailErrorContext { Rail = ImpactDescriptor.Id, Connection = connection, Operation = "programs.get" },
                "the program that was asked for and the one that came have different ids");
    }
}
