import type { Rule } from './rule.ts';

/** In the reserve, or a major deployment with its document. */
export const inReserve: Rule = {
  article: '第十七条第一款',
  check: ({ majorDeployment, majorDeploymentBasis, reserveId }) => {
    if (majorDeployment) {
      return majorDeploymentBasis === undefined
        ? [{ path: 'majorDeploymentBasis', message: '属重大部署的，请写明依据的文件名称和文号。' }]
        : [];
    }
    return reserveId === undefined
      ? [
          {
            path: 'reserveId',
            message:
              '请填写项目储备库编号；未入库的，须属国家、省或市委、市政府重大部署并写明依据。',
          },
        ]
      : [];
  },
};
