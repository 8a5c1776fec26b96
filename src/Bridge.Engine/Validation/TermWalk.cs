using Bridge.Model.Contracts;

namespace Bridge.Engine.Validation;

/// <summary>Walks over the terms of a contract, those inside time-boxed ones included.</summary>
internal static class TermWalk
{
    /// <summary>Terms of a type with their paths.</summary>
    public static IEnumerable<(string Path, TTerm Term)> Of<TTerm>(Contract contract)
        where TTerm : CommissionTerm
    {
        for (var index = 0; index < contract.Terms.Count; index++)
        {
            if (contract.Terms[index] is TTerm outer)
            {
                yield return ($"terms[{index}]", outer);
            }

            if (contract.Terms[index] is TimeBoxed box)
            {
                for (var inner = 0; inner < box.Terms.Count; inner++)
                {
                    if (box.Terms[inner] is TTerm term)
                    {
                        yield return ($"terms[{index}].terms[{inner}]", term);
                    }
                }
            }
        }
    }

    /// <summary>Everything that is paid, with its path.</summary>
    public static IEnumerable<(string Path, CommissionAmount Amount)> Amounts(Contract contract)
    {
        foreach (var (path, term) in Of<CommissionTerm>(contract))
        {
            foreach (var amount in AmountsOf(path, term))
            {
                yield return amount;
            }
        }
    }

    private static IEnumerable<(string Path, CommissionAmount Amount)> AmountsOf(string path, CommissionTerm term) => term.Match<IEnumerable<(string, CommissionAmount)>>(
        percent => [($"{path}.rate", CommissionAmount.Of(percent.Rate))],
        flat => [($"{path}.amount", CommissionAmount.Of(flat.Amount))],
        tiered => tiered.Tiers.Select((tier, index) => ($"{path}.tiers[{index}].amount", tier.Amount)),
        recurring => [($"{path}.amount", recurring.Amount)],
        bonus => [($"{path}.amount", bonus.Amount)],
        cap => cap.Payout is { } payout ? [($"{path}.payout", CommissionAmount.Of(payout))] : [],
        _ => [],
        fee => [($"{path}.amount", CommissionAmount.Of(fee.Amount))]);
}
