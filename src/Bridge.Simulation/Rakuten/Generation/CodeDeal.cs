namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>
/// Deals the coupon list out to its holders: most codes have one owner, a few are claimed by a second one, the rest belong
/// to nobody. The number of rows comes out exactly.
/// </summary>
internal sealed class CodeDeal
{
    private readonly CodeForge _codes;
    private readonly int _holders;
    private readonly int _total;
    private readonly int _owned;
    private readonly int _claimedTwice;
    private RakutenCode? _contested;
    private int _holder;
    private int _ordinal;
    private int _rows;
    private int _contestedSoFar;

    public CodeDeal(RakutenPackOptions options, CodeForge codes, int holders)
    {
        _codes = codes;
        _holders = holders;
        _total = options.Codes;
        _claimedTwice = options.Dirt && holders > 1 ? Math.Min(_total / 37, holders / 2) : 0;
        _owned = holders == 0 ? 0 : _total - (_total * 2 / 15) - _claimedTwice;
    }

    public IReadOnlyList<RakutenCode> Next(string sid)
    {
        var codes = new List<RakutenCode>();
        if (_contested is { } contested)
        {
            codes.Add(contested with { Sid = sid });
            _contested = null;
        }

        var last = SeedMixer.Share(_owned, _holders, ++_holder);
        while (_ordinal < last)
        {
            var code = _codes.Next(_ordinal++, sid);
            codes.Add(code);
            if (_contested is null && _contestedSoFar < ((_claimedTwice * _ordinal) + (_owned / 2)) / _owned)
            {
                _contested = code;
                _contestedSoFar++;
            }
        }

        _rows += codes.Count;
        return codes;
    }

    /// <summary>The codes that belong to nobody.</summary>
    public IReadOnlyList<RakutenCode> Rest() =>
        [.. Enumerable.Range(_ordinal, _total - _rows).Select(ordinal => _codes.Next(ordinal, null))];
}
