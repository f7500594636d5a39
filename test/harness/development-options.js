/* global Element, developmentOptions */
// Runs in the workbench's page before its own scripts, with `developmentOptions` defined above it. The workbench reads
// its options from an attribute of a <meta>; rewriting the HTML on its way would break the WebSocket, so the attribute
// is extended where it is read.
const original = Element.prototype.getAttribute;
Element.prototype.getAttribute = function (name) {
  const value = original.call(this, name);
  const options = name === 'data-settings' && this.id === 'vscode-workbench-web-configuration';
  return options && value !== null ? JSON.stringify({ ...JSON.parse(value), developmentOptions }) : value;
};
