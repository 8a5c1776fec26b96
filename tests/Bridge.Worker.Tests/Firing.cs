using Bridge.Worker.Jobs;

namespace Bridge.Worker.Tests;

/// <summary>One execution of a job that ended.</summary>
/// <param name="Migration">Migration.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Recovering">True when the scheduler fired it again for one that was cut off.</param>
/// <param name="Begun">Time stamp of the beginning.</param>
/// <param name="Ended">Time stamp of the end.</param>
internal sealed record Firing(string Migration, Stage Stage, bool Recovering, long Begun, long Ended);
