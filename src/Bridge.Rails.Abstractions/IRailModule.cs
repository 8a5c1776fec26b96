using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Abstractions;

/// <summary>How a rail's folder announces itself. Found by scanning the assembly; making one must be cheap.</summary>
public interface IRailModule
{
    /// <summary>What the rail is and can do.</summary>
    RailDescriptor Descriptor { get; }

    /// <summary>
    /// Checks the settings of one connection and opens it. Clients and maps are built here, nothing is sent.
    /// </summary>
    /// <param name="settings">Settings of the connection. The module reads each key that it knows; unknown keys are reported by the caller.</param>
    /// <param name="environment">Everything a connection needs from outside.</param>
    /// <param name="findings">Takes every problem of the settings, not only the first.</param>
    /// <returns>The open connection, or null when a finding is blocking.</returns>
    IRail? Open(SettingsReader settings, RailEnvironment environment, ICollection<Finding> findings);
}
